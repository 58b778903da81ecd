from collections import deque
d = deque([1, 2, 3])
try:
    for x in d:
        d.append(x)
except RuntimeError as e:
    print(type(e).__name__, e)
try:
    hash(d)
except TypeError as e:
    print(e)
print([x * 2 for x in deque("ab")], sum(deque([1, 2])), sorted(deque([2, 1])), deque(deque("xy")), deque([[1], (2,)]))
d = deque([1])
d.append(d)
print(d)
try:
    deque([1]) + [2]
except TypeError as e:
    print(e)
d = deque([1])
d += [2]
d *= 2
print(d, isinstance(d, list))
