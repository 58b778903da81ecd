for bases in ("int, str", "list, dict", "int, float", "str, bytes", "Exception, int", "tuple, list"):
    try:
        exec(f"class X({bases}): pass")
        print(bases, "ok")
    except TypeError as e:
        print(bases, "->", e)
class Mixin:
    def twice(self):
        return self * 2
class A(Mixin, int): pass
class B(list, Mixin): pass
class C(OSError, ValueError): pass
print(A(4).twice(), B([1]).twice(), [c.__name__ for c in C.__mro__[:4]])
class D(KeyError, AttributeError): pass
print(str(D("x")))
