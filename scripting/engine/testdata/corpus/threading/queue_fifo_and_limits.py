import queue
q = queue.Queue(maxsize=2)
q.put("a")
q.put("b", block=False)
print(q.qsize(), q.full(), q.empty(), q.maxsize)
for call in (lambda: q.put_nowait("c"), lambda: q.put("c", timeout=0.01), lambda: q.put("c", timeout=-1)):
    try:
        call()
    except (queue.Full, ValueError) as e:
        print(type(e).__name__, repr(str(e)))
print(q.get(), q.get_nowait(), q.empty())
for call in (lambda: q.get(False), lambda: q.get(timeout=0.01), lambda: q.get(timeout=-1)):
    try:
        call()
    except (queue.Empty, ValueError) as e:
        print(type(e).__name__, repr(str(e)))
q.task_done()
q.task_done()
print(q.join())
try:
    q.task_done()
except ValueError as e:
    print(e)
