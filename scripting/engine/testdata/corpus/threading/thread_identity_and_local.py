import threading
t = threading.current_thread()
print(t.name, t is threading.main_thread(), t.is_alive(), t.daemon, type(threading.get_ident()).__name__,
      threading.get_ident() == t.ident, threading.active_count() >= 1)
local = threading.local()
local.x = 5
print(local.x, vars(local), hasattr(local, "y"))
try:
    local.y
except AttributeError as e:
    print(type(e).__name__)
class L(threading.local):
    def __init__(self, n): self.n = n
print(L(3).n)
timer = threading.Timer(60, print)
timer.cancel()
print(timer.interval, timer.finished.is_set())
