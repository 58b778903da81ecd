from types import MappingProxyType
d = {"a": 1}
p = MappingProxyType(d)
d["b"] = 2
print(p, p["b"], len(p), list(p), dict(p), "a" in p, p.get("z", 0), p == {"a": 1, "b": 2}, p | {"c": 3},
      list(p.items()), p.copy(), list(reversed(p)))
for action in ("p['x'] = 1", "del p['a']", "p.clear()", "p['zz']", "hash(p)", "MappingProxyType([1])", "p |= {}"):
    try:
        exec(action)
        print(action, "ok")
    except (TypeError, AttributeError, KeyError) as e:
        print(action, "->", type(e).__name__, e)
