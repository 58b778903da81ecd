from datetime import datetime, timedelta, timezone

class Cache:
    def __init__(self, ttl):
        self.ttl, self.entries = timedelta(seconds=ttl), {}
    def put(self, key, at):
        self.entries[key] = at
    def expire(self, now):
        old = [k for k, at in self.entries.items() if now - at >= self.ttl]
        for k in old:
            del self.entries[k]
        return old

start = datetime(2024, 1, 1, tzinfo=timezone.utc)
c = Cache(90)
for i in range(4):
    c.put(f"k{i}", start + timedelta(minutes=i))
print(c.expire(start + timedelta(seconds=150)), list(c.entries), max(c.entries.values()).isoformat())
print(c.expire(start), c.expire(start + timedelta(days=1)))
