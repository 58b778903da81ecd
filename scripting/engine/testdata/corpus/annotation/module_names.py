print(__name__, __doc__)
def f(): pass
class A:
    def m(self): pass
print(f.__module__, A.__module__, A.m.__module__, A().m.__module__)
if __name__ == "__main__":
    print("main guard ran")
import math
print(math.__name__, math.sqrt.__module__, len.__module__, int.__module__)
print("__builtins__" in globals(), "__name__" in globals())
