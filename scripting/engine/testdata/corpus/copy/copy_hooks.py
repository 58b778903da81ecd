import copy
class A:
    def __init__(self, v): self.v = v
    def __copy__(self): return A(("shallow", self.v))
    def __deepcopy__(self, memo): return A(("deep", copy.deepcopy(self.v, memo), isinstance(memo, dict)))
print(copy.copy(A(1)).v, copy.deepcopy(A([1])).v, copy.deepcopy([A(2)])[0].v)
class R:
    def __init__(self, n): self.n = n
    def __reduce__(self): return (R, (self.n + 1,))
print(copy.copy(R(1)).n, copy.deepcopy(R(5)).n)
class G:
    def __getstate__(self): return {"kept": 1}
    def __setstate__(self, s): self.restored = s
g = G()
g.x = 5
print(vars(copy.copy(g)))
class No:
    def __reduce_ex__(self, p): raise TypeError("cannot copy No")
try:
    copy.copy(No())
except TypeError as e:
    print(e)
