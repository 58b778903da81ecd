print(list(zip("ab", [1, 2])), list(zip("abc", [1])), list(zip()), list(zip("x")), list(zip(range(3), "ab", (True,))))
print(list(zip("ab", "cd", strict=True)), list(zip([], [], strict=True)), list(zip(*[(1, 2), (3, 4)])))
for args in (("ab", "c"), ("a", "bc"), ("ab", "cd", "e"), ("ab", "cd", "efg"), ([], [1])):
    try:
        print(list(zip(*args, strict=True)))
    except ValueError as e:
        print(e)
z = zip("ab", "cd")
print(next(z), iter(z) is z, type(z).__name__, list(z), list(z))
try:
    zip("a", 5)
except TypeError as e:
    print(e)
it = iter([1, 2, 3])
print(list(zip(it, "a")), list(it))
