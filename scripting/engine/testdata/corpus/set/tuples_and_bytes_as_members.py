s = {(1, 2), b"ab", "ab", None, 1.5, frozenset({1}), ()}
print(len(s), (1, 2) in s, b"ab" in s, frozenset([1]) in s, () in s)
s.add((1, 2))
s.discard(b"ab")
print(len(s), b"ab" in s, (2, 1) in s)
try:
    s.add((1, [2]))
except TypeError as e:
    print(e)
