for a, b in [(1, 2), [3, 4], "56", {7: 0, 8: 0}]:
    print(a, b)
for k, (x, *y) in {"p": (1, 2, 3), "q": "z"}.items():
    print(k, x, y)
for (a), in [(1,), (2,)]:
    print(a)
try:
    for a, b in [(1, 2), (3,)]:
        print("got", a, b)
except ValueError as e:
    print(e)
for i, *_ in [(1, 2, 3)]: pass
print(i, _)
