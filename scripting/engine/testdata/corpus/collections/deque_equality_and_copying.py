import copy
from collections import deque
a = deque([1, [2]], maxlen=4)
b, c = copy.copy(a), copy.deepcopy(a)
a[1].append(3)
print(b, c, a == b, a == c, b.maxlen, deque([1]) == deque([1], maxlen=9), deque([1]) != deque([2]))
print(deque([1]) < deque([2]), deque() < deque([0]), deque("ab") > deque("aa"))
for call in ("deque([1]) < [1]", "deque([1]) * 'x'", "deque([1]) + (2,)"):
    try:
        eval(call)
    except TypeError as e:
        print(call, "->", e)
print(deque([0]) * 3, 2 * deque("a"), deque(range(3), maxlen=2) * 2, deque() * 5)
