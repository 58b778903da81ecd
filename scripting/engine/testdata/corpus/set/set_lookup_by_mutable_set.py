s = {frozenset("ab")}
try:
    s.remove({"z"})
except KeyError as e:
    print(type(e).__name__, e)
s.remove({"a", "b"})
print(s)
try:
    s.add({"a"})
except TypeError as e:
    print(e)
try:
    {} in s
except TypeError as e:
    print(e)
try:
    {"k": 0}[{1}]
except TypeError as e:
    print(e)
