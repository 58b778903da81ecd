from collections import Counter
a, b = Counter(a=3, b=1), Counter(a=1, b=2, c=0)
print(a + b, a - b, a & b, a | b, +Counter(x=-1, y=2), -Counter(x=-1, y=2))
a += b
print(a)
a -= Counter(a=100)
print(a, a == Counter(b=3), a == {"b": 3}, Counter(a=0) == Counter(), Counter(a=1) <= Counter(a=2, b=1),
      Counter(a=2) < Counter(a=1))
try:
    a + {"b": 1}
except TypeError as e:
    print(e)
print(Counter("ab").most_common(0), Counter("abcb").most_common(1), list(Counter("bca")),
      type(a.copy()).__name__)
try:
    Counter.fromkeys("ab")
except NotImplementedError as e:
    print(e)
