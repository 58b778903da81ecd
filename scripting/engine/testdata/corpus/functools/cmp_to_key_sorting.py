from functools import cmp_to_key
def by_length_then_text(a, b):
    return len(a) - len(b) or (a > b) - (a < b)

print(sorted(["bb", "a", "ab", "c"], key=cmp_to_key(by_length_then_text)),
      max(["x", "yy"], key=cmp_to_key(by_length_then_text)))
K = cmp_to_key(lambda a, b: b - a)
print(K(1) < K(2), K(2) < K(1), K(1) == K(1), K(5).obj, sorted([1, 3, 2], key=K), K(1) >= K(1))
try:
    K(1) < 1
except TypeError as e:
    print(e)
try:
    hash(K(1))
except TypeError as e:
    print(e)
try:
    sorted([1, 2], key=cmp_to_key(lambda a, b: "x"))
except TypeError as e:
    print(e)
