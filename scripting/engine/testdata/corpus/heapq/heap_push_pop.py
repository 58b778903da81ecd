import heapq
h = []
for x in (5, 1, 4, 1, 3):
    heapq.heappush(h, x)
    print(h)
print([heapq.heappop(h) for _ in range(len(h))], h)
try:
    heapq.heappop(h)
except IndexError as e:
    print(e)
for call in ("heapq.heappush((1,), 2)", "heapq.heappop('a')", "heapq.heappush([1], 'a')", "heapq.heapify((1, 2))"):
    try:
        eval(call)
    except TypeError as e:
        print(call, "->", e)
