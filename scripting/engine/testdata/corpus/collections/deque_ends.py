from collections import deque
d = deque("abc")
d.append("d")
d.appendleft("z")
print(d, d.pop(), d.popleft(), d, len(d), d[0], d[-1], d[1])
d.extend([1, 2])
d.extendleft([8, 9])
print(d, list(d), "b" in d, bool(deque()))
for call in ("deque().pop()", "deque().popleft()", "d[99]", "d['x']", "d[0:1]", "deque(5)", "d.extend(5)",
             "deque([1], -1)", "deque([1], 'x')"):
    try:
        eval(call)
    except (IndexError, TypeError, ValueError) as e:
        print(call, "->", type(e).__name__, e)
