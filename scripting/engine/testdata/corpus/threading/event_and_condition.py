import threading
e = threading.Event()
print(e.is_set(), e.wait(0), e.set(), e.is_set(), e.wait(), e.wait(timeout=0), e.clear(), e.is_set())
c = threading.Condition()
with c:
    print(c.wait(timeout=0), c.wait_for(lambda: True), c.wait_for(lambda: 0, timeout=0), c.notify(), c.notify_all())
try:
    c.notify()
except RuntimeError as err:
    print(err)
s = threading.Semaphore(2)
print(s.acquire(), s.acquire(), s.acquire(blocking=False), s.release(), s.acquire(False))
b = threading.BoundedSemaphore(1)
try:
    b.release()
except ValueError as err:
    print(err)
try:
    threading.Semaphore(-1)
except ValueError as err:
    print(err)
