from collections import deque
d = deque(range(5), maxlen=3)
print(d, d.maxlen, deque([1]).maxlen, deque(maxlen=0))
d.append("x")
d.appendleft("y")
print(d)
d.extend([7, 8, 9, 10])
print(d, d.copy(), d * 2, d + deque([1]))
try:
    d.insert(0, "full")
except IndexError as e:
    print(e)
try:
    d.maxlen = 5
except AttributeError as e:
    print(e)
z = deque([1, 2], 0)
z.append(3)
print(z, len(z), list(deque("abcdef", 2)))
