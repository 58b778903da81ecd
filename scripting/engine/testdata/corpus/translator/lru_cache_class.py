class LRU:
    def __init__(self, limit):
        if limit < 1:
            raise ValueError(f"limit must be at least 1, not {limit}")
        self.limit, self.data, self.hits, self.misses = limit, {}, 0, 0
    def get(self, key, load):
        try:
            value = self.data.pop(key)
            self.hits += 1
        except KeyError:
            value = load(key)
            self.misses += 1
        self.data[key] = value
        while len(self.data) > self.limit:
            del self.data[next(iter(self.data))]
        return value

c = LRU(2)
print([c.get(k, str.upper) for k in ("a", "b", "a", "c", "b")], list(c.data), c.hits, c.misses)
try:
    c.get(("t", 1), lambda k: 1 / 0)
except ZeroDivisionError as e:
    print(e, list(c.data))
try:
    LRU(0)
except ValueError as e:
    print(e)
