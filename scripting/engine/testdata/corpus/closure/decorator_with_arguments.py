def repeat(n, sep=" "):
    print("making", n if isinstance(n, int) else type(n).__name__)
    def deco(f):
        print("decorating", f.__name__)
        def wrapper(*a):
            return sep.join(f(*a) for _ in range(n))
        return wrapper
    return deco

@repeat(3)
@repeat(2, sep="-")
def say(w):
    return w

print(say("ho"))
try:
    @repeat
    def wrong(): pass
    wrong(1)
except (TypeError, AttributeError) as e:
    print(type(e).__name__, e)
