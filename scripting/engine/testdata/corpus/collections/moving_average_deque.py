from collections import deque
def moving(data, n):
    window, total = deque(maxlen=n), 0
    for x in data:
        if len(window) == n:
            total -= window[0]
        window.append(x)
        total += x
        if len(window) == n:
            yield total / n

print(list(moving([40, 30, 50, 46, 39, 44], 3)), list(moving([1], 2)), list(moving([], 1)))
def tail(lines, n):
    return list(deque(lines, n))
print(tail("a b c d".split(), 2), tail([], 3))
q = deque([(0, "root")])
graph, order = {"root": ["l", "r"], "l": ["x"], "r": [], "x": []}, []
while q:
    depth, node = q.popleft()
    order.append((node, depth))
    q.extend((depth + 1, n) for n in graph[node])
print(order)
