def k(x):
    print("key", x)
    return x
def v(x):
    print("value", x)
    return x

print({k(x): v(-x) for x in (2, 1)})
print({x: y for x in "ab" for y in (1, 2)})
print({**{i: i for i in range(2)}, 5: 6}, {str(i): i for i in range(3) if i != 1})
try:
    {[]: 1 for _ in range(1)}
except TypeError as e:
    print(e)
