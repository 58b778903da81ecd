print((1, 2) < (1, 2, 3), (2,) > (1, 9, 9), () < (0,), (1, "b") > (1, "a"))
print((1, 2) == [1, 2], (1,) == (1.0,), (1, (2, 3)) == (1, (2, 3)))
print(sorted([(2, "a"), (1, "b"), (1, "a")]), max((1, 5), (2, 0)))
try:
    (1, "a") < (1, 2)
except TypeError as e:
    print(e)
try:
    (1,) < [2]
except TypeError as e:
    print(e)
print((1, "a") < (2, 2))
