def averager():
    total = count = 0
    average = None
    while True:
        value = yield average
        if value is None:
            return total, count
        total += value
        count += 1
        average = total / count

a = averager()
next(a)
print([a.send(x) for x in (10, 20, 60)])
try:
    a.send(None)
except StopIteration as e:
    print(e.value)
def collect(out):
    while True:
        out.append((yield from averager()))
out = []
c = collect(out)
next(c)
for x in (1, 3, None, 5, None):
    c.send(x)
print(out)
