class A:
    def f(self):
        return super().missing

try:
    A().f()
except AttributeError as e:
    print(e)
def g():
    return super()
try:
    g()
except RuntimeError as e:
    print(type(e).__name__, e)
class B:
    def h():
        return super()
try:
    B.h()
except RuntimeError as e:
    print(e)
class C:
    def s(self):
        super().x = 1
try:
    C().s()
except AttributeError as e:
    print(e)
