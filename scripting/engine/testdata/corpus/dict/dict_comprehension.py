print({x: x * x for x in range(5)})
print({k.upper(): v for k, v in {"a": 1, "b": 2}.items() if v > 1})
print({x % 3: x for x in range(7)})
print({(i, j): i * j for i in range(2) for j in range(2)})
inverse = {v: k for k, v in {"a": 1, "b": 2, "c": 1}.items()}
print(inverse)
try:
    {[x]: x for x in range(2)}
except TypeError as e:
    print(e)
