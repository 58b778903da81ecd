d = {"a": None, "b": 0}
print(d.get("a"), d.get("a", 5), d.get("x"), d.get("x", 5))
print(d.get("b", "default"))
try:
    d.get()
except TypeError as e:
    print(e)
try:
    d.get("a", 1, 2)
except TypeError as e:
    print(e)
try:
    d.get("a", default=1)
except TypeError as e:
    print(e)
