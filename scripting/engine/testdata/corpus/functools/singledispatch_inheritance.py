from functools import singledispatch, singledispatchmethod
class A: pass
class B(A): pass
class C(B): pass
@singledispatch
def f(x): return "object"
@f.register(A)
def fa(x): return "A"
print(f(A()), f(B()), f(C()), f(5), fa(1))
f.register(B, lambda x: "B")
print(f(B()), f(C()), f.dispatch(C)(None))
class Printer:
    @singledispatchmethod
    def show(self, x): return f"? {x}"
    @show.register
    def _(self, x: int): return f"int {x}"
    @show.register
    def _(self, x: A): return "an A"
p = Printer()
print(p.show(1), p.show("s"), p.show(C()), Printer().show(True))
