from functools import cached_property
class A:
    def __init__(self): self.calls = 0
    @cached_property
    def value(self):
        "the doc"
        self.calls += 1
        return self.calls * 10

a = A()
print(a.value, a.value, a.calls, vars(a), A.value.__doc__, type(A.value).__name__, A.value.attrname)
del a.value
print(a.value, a.calls)
a.value = "overwritten"
print(a.value, A().value)
try:
    del A().value
except AttributeError as e:
    print(e)
class S:
    __slots__ = ()
    @cached_property
    def x(self): return 1
try:
    S().x
except TypeError as e:
    print(e)
