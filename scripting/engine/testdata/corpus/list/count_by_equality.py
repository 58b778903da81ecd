nan = float("nan")
a = [1, True, 1.0, "1", [1], [True], nan, nan, float("nan"), None]
print(a.count(1), a.count("1"), a.count([1]), a.count(nan), a.count(float("nan")))
print(a.count(None), a.count(0), [].count(1))
try:
    a.count()
except TypeError as e:
    print(e)
