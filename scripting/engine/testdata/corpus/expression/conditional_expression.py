print(1 if True else 2, "a" if [] else "b", (1 if 0 else 2) if 1 else 3, 1 if 0 else 2 if 0 else 3)
def boom():
    raise ValueError("evaluated")
print("safe" if True else boom(), boom() if False else "safe too")
x = 5
print("neg" if x < 0 else "zero" if x == 0 else "pos", [1, 2][0 if x else 1], (lambda: 1 if x else 2)())
print(*([1] if x else []), {"k": 1 if x > 9 else 2}, 1 + 2 if x else 3, not x if x else x)
try:
    1 if boom() else 2
except ValueError as e:
    print(e)
