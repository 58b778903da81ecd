import queue
l = queue.LifoQueue()
p = queue.PriorityQueue()
for x in (3, 1, 2):
    l.put(x)
    p.put((x, f"job{x}"))
print([l.get() for _ in range(3)], [p.get() for _ in range(3)])
p.put((1, "b"))
p.put((1, "a"))
print(p.get(), p.qsize())
p = queue.PriorityQueue()
p.put((1, {}))
try:
    p.put((1, {}))
except TypeError as e:
    print(e)
s = queue.SimpleQueue()
s.put(1)
print(s.qsize(), s.get(), s.empty())
try:
    s.get_nowait()
except queue.Empty as e:
    print(type(e).__name__, issubclass(queue.Empty, Exception))
