class A:
    def __repr__(self):
        return "A()"

class B(A):
    def __str__(self):
        return "a B"

print(A(), B(), repr(B()), [B()], str(A()), f"{B()} {B()!r}", "%s %r" % (B(), B()))
class Bad:
    def __repr__(self):
        return None
    def __str__(self):
        return b"x"
for f in (repr, str, print, "{}".format, ascii):
    try:
        f(Bad())
    except TypeError as e:
        print(e)
class S(str):
    pass
class C:
    def __str__(self):
        return S("sub")
print(type(str(C())).__name__)
