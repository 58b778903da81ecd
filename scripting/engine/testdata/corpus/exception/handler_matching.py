class A(Exception): pass
class B(A): pass

def which(exc, *handlers):
    for h in handlers:
        try:
            raise exc
        except h:
            return getattr(h, "__name__", "tuple")
        except BaseException as e:
            last = type(e).__name__
    return "none, " + last

print(which(B(), A), which(A(), B), which(B(), (KeyError, A)), which(B(), ()), which(KeyboardInterrupt(), Exception))
print(which(B(), (KeyError, (ValueError))), which(KeyError(), LookupError, KeyError))
for bad in (5, "x", int, (KeyError, 5), (KeyError, (A,)), None):
    try:
        try:
            raise A("a")
        except bad:
            pass
    except TypeError as e:
        print(e)
