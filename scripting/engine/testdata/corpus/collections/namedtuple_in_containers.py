from collections import namedtuple, Counter, defaultdict
Entry = namedtuple("Entry", "path size kind", defaults=["file"])
entries = [Entry("/a", 5), Entry("/b", 3, "dir"), Entry("/c", 7), Entry("/a", 5)]
print(Counter(e.kind for e in entries), sorted(set(entries)), max(entries, key=lambda e: e.size).path,
      sum(e.size for e in entries))
by = defaultdict(list)
for e in entries:
    by[e.kind].append(e._replace(path=e.path.upper()))
print(dict(by))
print([f"{e.path}:{e.size:03d}" for e in entries], [p for p, *_ in entries],
      dict(zip(Entry._fields, entries[1])), entries[0] == entries[3], entries.count(entries[0]))
print("%s %d %s" % entries[1], "{0.path} {0[1]}".format(entries[0]), Entry(**{"path": "x", "size": 0}))
