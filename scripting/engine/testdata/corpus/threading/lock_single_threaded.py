import threading
lock = threading.Lock()
print(lock.locked(), lock.acquire(), lock.locked(), lock.acquire(blocking=False), lock.acquire(timeout=0.01),
      lock.release(), lock.locked())
with lock as got:
    print("inside", lock.locked(), got)
try:
    with lock:
        raise ValueError("x")
except ValueError:
    print("released", lock.locked())
try:
    lock.release()
except RuntimeError as e:
    print(type(e).__name__, e)
for args in ((False, 1), (True, -2), ("x",)):
    try:
        print(lock.acquire(*args), lock.release())
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
