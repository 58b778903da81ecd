import operator as o
from functools import reduce
print(o.call(max, 1, 5), o.call(int, "ff", base=16), reduce(o.or_, [1, 2, 4]), reduce(o.mul, range(1, 6)),
      reduce(o.xor, b"checksum"), sum(map(o.mul, [1, 2, 3], [4, 5, 6])))
rows = [{"n": "b", "s": 2}, {"n": "a", "s": 2}, {"n": "c", "s": 1}]
print([r["n"] for r in sorted(rows, key=o.itemgetter("s", "n"))], max(rows, key=o.itemgetter("s"))["n"],
      list(map(o.itemgetter("n"), rows)))
stack = []
for tok in "6 2 / 3 -".split():
    f = {"/": o.truediv, "-": o.sub}.get(tok)
    stack.append(float(tok)) if f is None else stack.append(f(*[stack.pop() for _ in "ab"][::-1]))
print(stack)
try:
    o.call(5)
except TypeError as e:
    print(e)
