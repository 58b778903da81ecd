a = {"x": 1, "y": 2}
print({**a, "y": 3}, {"y": 3, **a}, {**a, **{"z": 0}, "x": None})
print({**{1: 2, None: 3}})
try:
    {**[1]}
except TypeError as e:
    print(e)
try:
    {**None}
except TypeError as e:
    print(e)
