class R:
    def __reversed__(self):
        return iter("cba")

class Seq:
    def __len__(self):
        return 3
    def __getitem__(self, i):
        return i * 10

print(list(reversed(R())), list(reversed(Seq())), "".join(reversed("abc")))
class No:
    __reversed__ = None
    def __len__(self):
        return 1
    def __getitem__(self, i):
        return 0
for bad in (No(), {1}, 5, iter([])):
    try:
        reversed(bad)
    except TypeError as e:
        print(str(e).replace("_", "-"))
