import threading
r = threading.RLock()
print(r.acquire(), r.acquire(), r.acquire(blocking=False))
r.release()
r.release()
with r:
    with r:
        print("nested")
r.release()
try:
    r.release()
except RuntimeError as e:
    print(type(e).__name__, e)
class Account:
    def __init__(self): self.lock, self.n = threading.RLock(), 0
    def add(self, k):
        with self.lock:
            self.n += k
            return self.n
    def add_twice(self, k):
        with self.lock:
            self.add(k)
            return self.add(k)
print(Account().add_twice(5))
