d = {"a": 1, "b": 2}
print(d.pop("a"), d)
print(d.pop("a", "gone"), d.pop("a", None))
try:
    d.pop("a")
except KeyError as e:
    print(type(e).__name__, e)
try:
    d.pop()
except TypeError as e:
    print(e)
print(d.pop("b"), d)
try:
    {}.pop(3)
except KeyError as e:
    print(e)
