class Tree:
    def __init__(self, v, *kids):
        self.v, self.kids = v, kids
    def __iter__(self):
        yield self.v
        for k in self.kids:
            yield from k
    @property
    def leaves(self):
        return (n.v for n in self.walk() if not n.kids)
    def walk(self):
        yield self
        for k in self.kids:
            yield from k.walk()

t = Tree(1, Tree(2, Tree(3)), Tree(4))
print(list(t), list(t.leaves), sum(t), 3 in t, max(t))
a, *b = t
print(a, b)
