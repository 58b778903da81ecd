import heapq
h = [9, 7, 8, 1, 2, 3]
print(heapq.heapify(h), h)
print(heapq.heapreplace(h, 10), h, heapq.heappushpop(h, 0), heapq.heappushpop(h, 5), h, heapq.heappushpop([], 1))
try:
    heapq.heapreplace([], 1)
except IndexError as e:
    print(e)
print(heapq.nsmallest(3, [5, 1, 4, 2]), heapq.nlargest(2, [5, 1, 4]),
      heapq.nsmallest(2, ["bb", "a", "ccc"], key=len), heapq.nlargest(0, [1]), heapq.nsmallest(9, [2, 1]),
      heapq.nlargest(1, []), heapq.nsmallest(1, [3, 2]))
