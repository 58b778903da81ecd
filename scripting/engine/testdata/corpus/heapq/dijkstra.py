import heapq
graph = {"a": {"b": 7, "c": 3}, "b": {"d": 2}, "c": {"b": 1, "d": 8}, "d": {}, "z": {}}
def paths(start):
    dist, heap = {}, [(0, start, [start])]
    while heap:
        d, node, path = heapq.heappop(heap)
        if node in dist:
            continue
        dist[node] = (d, path)
        for nxt, w in graph[node].items():
            heapq.heappush(heap, (d + w, nxt, path + [nxt]))
    return dist
for node, (d, path) in sorted(paths("a").items()):
    print(node, d, "->".join(path))
print("z" in paths("a"), paths("z"))
try:
    paths("nowhere")
except KeyError as e:
    print(repr(e))
