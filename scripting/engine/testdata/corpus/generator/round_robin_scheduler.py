def task(name, n):
    for i in range(n):
        print(name, i)
        yield
    return name + " done"

queue = [task("a", 2), task("b", 1), task("c", 3)]
results = []
while queue:
    t = queue.pop(0)
    try:
        next(t)
        queue.append(t)
    except StopIteration as e:
        results.append(e.value)
print(results)
