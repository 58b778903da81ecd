class A:
    def __len__(self):
        return 1

a = A()
a.__len__ = lambda: 99
print(len(a), a.__len__())
class B:
    pass
b = B()
b.__call__ = lambda: "x"
b.__iter__ = lambda: iter([1])
for action in (lambda: b(), lambda: list(b), lambda: len(b), lambda: b + 1, lambda: b[0]):
    try:
        print(action())
    except TypeError as e:
        print(e)
