from collections import deque
d = deque(range(5))
d.rotate(2)
print(d)
d.rotate(-1)
d.reverse()
print(d, d.rotate(), d)
d[0], d[-1] = "first", "last"
del d[1]
d.insert(2, "in")
d.remove("last")
print(d, d.index("in"), d.count(1))
for call in ("d.remove('zz')", "d.index('zz')", "d.index('in', 3)", "d.rotate('x')"):
    try:
        eval(call)
    except (ValueError, TypeError) as e:
        print(call, "->", type(e).__name__, e)
d.clear()
print(d, deque([3, 1]) == deque([3, 1]), deque([1]) == [1], deque([1, 2]) < deque([1, 3]),
      list(reversed(deque("ab"))))
