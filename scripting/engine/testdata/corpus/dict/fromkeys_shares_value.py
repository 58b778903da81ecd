d = dict.fromkeys("abc")
print(d)
d = dict.fromkeys([3, 1, 3, 2], [])
d[3].append("x")
print(d)
print(dict.fromkeys((), 1), {}.fromkeys(range(2), 0))

class Sub(dict):
    pass

print(type(Sub.fromkeys("a")).__name__, Sub.fromkeys("a", 1))
try:
    dict.fromkeys(5)
except TypeError as e:
    print(e)
