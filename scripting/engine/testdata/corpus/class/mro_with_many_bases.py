class O: pass
class A(O): pass
class B(O): pass
class C(O): pass
class D(A, B): pass
class E(B, C): pass
class F(D, E):
    pass

print([c.__name__ for c in F.__mro__])
print(F.__base__.__name__, [b.__name__ for b in F.__bases__], [s.__name__ for s in O.__subclasses__()])
try:
    class G(E, D):
        pass
    class H(F, G):
        pass
except TypeError as e:
    print(str(e).splitlines()[0])
try:
    class I(int, str):
        pass
except TypeError as e:
    print(e)
