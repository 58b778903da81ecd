people = [("bob", 25), ("Alice", 30), ("carol", 25), ("dave", None)]
print(sorted(people[:3], key=lambda p: (p[1], p[0].lower())))
print(sorted(people, key=lambda p: (p[1] is None, p[1] or 0)))
print(sorted(people, key=lambda p: p[0].swapcase()), max(people[:3], key=lambda p: p[1])[0])
try:
    sorted(people, key=lambda p: p[1])
except TypeError as e:
    print(e)
from functools import cmp_to_key
print(sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)), sorted("abc", key="cab".index))
