print((), (1,), 1, (1, 2), (1, (2,)))
t = 1, 2
u = 3,
print(t, u, type(u).__name__, len(()), ("a" "b"))
print(tuple(), tuple("ab"), tuple([1, [2]]), tuple({1: 2}), tuple(x for x in range(2)))
try:
    tuple(5)
except TypeError as e:
    print(e)
try:
    tuple([1], [2])
except TypeError as e:
    print(e)
