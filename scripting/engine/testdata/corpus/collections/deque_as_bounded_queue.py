from collections import deque
class Bounded:
    def __init__(self, size):
        self.q, self.dropped = deque(maxlen=size), 0
    def put(self, x):
        if len(self.q) == self.q.maxlen:
            self.dropped += 1
        self.q.append(x)
    def drain(self):
        while self.q:
            yield self.q.popleft()

b = Bounded(3)
for i in range(5):
    b.put(i)
print(list(b.drain()), b.dropped, list(b.drain()), b.q)
b.put("x")
print(b.q.copy(), repr(b.q))
d = deque([1, 2, 3])
d.rotate(1)
print(d.index(3), d.count(2), deque(sorted(d)), d.__contains__(9), deque(map(str, d)))
