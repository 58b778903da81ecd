import functools
print(len.__name__, [].append.__name__, int.__name__, (lambda: 0).__name__, functools.partial.__name__,
      "".join.__qualname__)
def gen(): yield
print(gen().__name__, gen().__qualname__, type(gen()).__name__, (x for x in ()).__name__)
for x in (5, [], functools.partial(len)):
    try:
        x.__name__
    except AttributeError as e:
        print(e)
class A:
    __name__ = "instance attribute"
print(A.__name__, A().__name__)
p = property(len)
try:
    p.__name__
except AttributeError as e:
    print(e)
