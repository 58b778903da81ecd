import heapq
from itertools import count
class PQ:
    def __init__(self):
        self.heap, self.entries, self.n = [], {}, count()
    def add(self, task, prio=0):
        if task in self.entries:
            self.entries.pop(task)[-1] = None
        entry = [prio, next(self.n), task]
        self.entries[task] = entry
        heapq.heappush(self.heap, entry)
    def pop(self):
        while self.heap:
            _, _, task = heapq.heappop(self.heap)
            if task is not None:
                del self.entries[task]
                return task
        raise KeyError("empty queue")

q = PQ()
for t, p in (("write", 5), ("read", 1), ("sync", 3), ("write", 0)):
    q.add(t, p)
print(q.pop(), q.pop(), q.pop())
try:
    q.pop()
except KeyError as e:
    print(e)
