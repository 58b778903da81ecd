import itertools
class Inodes:
    def __init__(self):
        self.numbers = itertools.count(1)
        self.by_path = {"/": next(self.numbers)}
        self.refs = {1: 1}
    def lookup(self, path):
        ino = self.by_path.setdefault(path, 0) or next(self.numbers)
        self.by_path[path] = ino
        self.refs[ino] = self.refs.get(ino, 0) + 1
        return ino
    def forget(self, ino, n=1):
        left = self.refs[ino] - n
        if left < 0:
            raise ValueError(f"inode {ino} forgotten {-left} times too often")
        if left:
            self.refs[ino] = left
        else:
            del self.refs[ino]
            self.by_path = {p: i for p, i in self.by_path.items() if i != ino}

t = Inodes()
print(t.lookup("/a"), t.lookup("/b"), t.lookup("/a"), t.refs)
t.forget(2, 2)
print(t.by_path, t.lookup("/a"))
for bad in (3, 77):
    try:
        t.forget(bad, 9)
    except (ValueError, KeyError) as e:
        print(type(e).__name__, e)
