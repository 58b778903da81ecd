s = slice(1, 5, 2)
print(s, s.start, s.stop, s.step, slice(3), slice(None), slice(1, None))
print("abcdefg"[s], list(range(10))[slice(-3, None)], s == slice(1, 5, 2), s != slice(1, 5))
print(s.indices(4), slice(None, None, -1).indices(5), slice(-100, 100).indices(3))
try:
    s.start = 2
except AttributeError as e:
    print(e)
try:
    hash(s)
except TypeError as e:
    print(e)
try:
    slice()
except TypeError as e:
    print(e)
