print({1, 1, 2}, len({1, "1", b"1", 1.0}))
print(set(), set([]), set("a"), set((3,)), frozenset(), frozenset([1]))
print(sorted(set("hello")), set(range(3)) == {0, 1, 2})
for arg in (5, None, [[1]]):
    try:
        set(arg)
    except TypeError as e:
        print(type(e).__name__, e)
try:
    set(1, 2)
except TypeError as e:
    print(e)
