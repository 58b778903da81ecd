class A:
    pass

def f(): pass
import re
def shape(obj):
    return re.sub(r"0x[0-9a-f]+", "ADDR", repr(obj))
print(shape(A()), shape(f), shape(A().__init__), shape(lambda: 0))
print(shape(object()), shape(iter([])), shape((x for x in ())), shape(len), shape([].append))
class B:
    def m(self): pass
    class C: pass
print(shape(B().m), shape(B.m), shape(B.C()), shape(super(B, B())), shape(B.__dict__["m"]))
