log = []
def f(n):
    log.append(n)
    return n

print(f"{f(1)} {f(2):{f(3)}} {f(4)!r}")
print(log)
try:
    print(f"{f(5)} {1 / 0} {f(6)}")
except ZeroDivisionError as e:
    print(type(e).__name__, e, log)
