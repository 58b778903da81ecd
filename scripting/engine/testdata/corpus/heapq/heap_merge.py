import heapq
print(list(heapq.merge([1, 4], [2, 3], [])), list(heapq.merge([4, 1], [3, 2], reverse=True)),
      list(heapq.merge(["a", "ccc"], ["bb"], key=len)), list(heapq.merge()))
g = heapq.merge((x for x in (1, 3)), iter([2]))
print(next(g), list(g), list(heapq.merge([(1, "b")], [(1, "a")])),
      list(heapq.merge([(1, "x")], [(1, "a")], key=lambda p: p[0])))
try:
    list(heapq.merge([1], ["a"]))
except TypeError as e:
    print(e)
try:
    list(heapq.merge(5))
except TypeError as e:
    print(e)
