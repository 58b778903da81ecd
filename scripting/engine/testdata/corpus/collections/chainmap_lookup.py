from collections import ChainMap
base, over = {"a": 1, "b": 2}, {"b": 20}
c = ChainMap(over, base)
print(c["a"], c["b"], list(c), dict(c), len(c), "a" in c, c.get("zz", "d"), c, c.maps)
c["a"] = 100
del c["b"]
print(over, base, c["b"])
for call in ("c['zz']", "c.pop('b')"):
    try:
        eval(call)
    except KeyError as e:
        print(call, "->", e)
try:
    del c["b"]
except KeyError as e:
    print(e)
child = c.new_child({"n": 1})
child["a"] = "child"
print(child["a"], child.parents["a"], ChainMap(), ChainMap() == {}, c.new_child(x=1)["x"], sorted(child.items()))
