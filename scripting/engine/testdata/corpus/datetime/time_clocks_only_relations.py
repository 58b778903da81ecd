import time
a, b = time.time(), time.time()
m, n = time.monotonic(), time.monotonic()
print(type(a).__name__, a <= b, m <= n, a > 1.5e9, type(time.time_ns()).__name__, time.time_ns() > 10**18)
print(time.perf_counter() <= time.perf_counter(), time.monotonic_ns() <= time.monotonic_ns(),
      time.process_time() >= 0)
time.sleep(0)
try:
    time.sleep(-1)
except ValueError as e:
    print(e)
try:
    time.sleep("x")
except TypeError as e:
    print(e)
print(time.sleep(0.0))
