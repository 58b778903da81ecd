print(..., Ellipsis is ..., type(...).__name__, None, type(None).__name__, NotImplemented, repr(None))
def stub(): ...
print(stub(), bool(...), [...], {...: 1}[...], None == 0, None is None)
for src in ("None = 1", "True = 0", "... = 1", "None.x = 1", "def None(): pass", "__debug__ = 1", "f(None=1)"):
    try:
        exec(src)
    except (SyntaxError, AttributeError) as e:
        print(src, "->", type(e).__name__)
try:
    None < 1
except TypeError as e:
    print(e)
try:
    type(None)(1)
except TypeError as e:
    print(e)
print(type(None)() is None, type(...)() is ...)
