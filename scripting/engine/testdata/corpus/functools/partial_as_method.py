from functools import partial, partialmethod
class A:
    def set(self, name, value=None):
        return self.tag, name, value
    tag = "t"
    on = partialmethod(set, "state", value=True)
    off = partialmethod(set, "state", False)
    raw = partial(lambda *a: a, 1)

a = A()
print(a.on(), a.off(), a.raw(2), A.on(a), a.on(value=7))
try:
    a.off(1, 2)
except TypeError as e:
    print(e)
print(list(map(partial(pow, 2), range(4))), sorted(["b", "A"], key=partial(str.lower)))
