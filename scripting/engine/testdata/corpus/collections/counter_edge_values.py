from collections import Counter
c = Counter(a=1)
c["b"] += 5
c["f"] = 1.5
print(c, c.total(), c.most_common(1))
c["neg"] = -3
print(+c, c - Counter(a=1),
      sum((Counter(x) for x in ("ab", "b")), Counter()))
try:
    list(c.elements())
except TypeError as e:
    print(e)
c["s"] = "text"
try:
    c.most_common()
except TypeError as e:
    print(e)
print(Counter(None), Counter({}), Counter(iter("aa")), repr(Counter("b")), Counter("aab") - Counter("a"),
      c.setdefault("q", 0))
