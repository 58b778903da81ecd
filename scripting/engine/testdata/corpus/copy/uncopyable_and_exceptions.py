import copy, threading
for make in (lambda: threading.Lock(), lambda: (x for x in ()), lambda: open):
    try:
        print(copy.deepcopy(make()) is open)
    except TypeError as e:
        print(str(e).replace("_thread.", ""))
e = ValueError("a", 1)
e.extra = [1]
f = copy.copy(e)
print(repr(f), f.extra is e.extra, type(f).__name__)
class E(Exception):
    def __init__(self, a, b): super().__init__(a); self.b = b
try:
    copy.copy(E(1, 2))
except TypeError as err:
    print(err)
print(issubclass(copy.Error, Exception), copy.copy(NotImplemented), copy.deepcopy(...))
