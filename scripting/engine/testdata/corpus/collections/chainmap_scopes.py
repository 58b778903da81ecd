from collections import ChainMap
class Scope:
    def __init__(self):
        self.vars = ChainMap({"print": "builtin"})
    def push(self):
        self.vars = self.vars.new_child()
    def pop(self):
        self.vars = self.vars.parents

s = Scope()
s.vars["x"] = 1
s.push()
s.vars["x"] = 2
s.vars["y"] = 3
print(s.vars["x"], s.vars["print"], len(s.vars.maps), dict(s.vars.maps[0]), sorted(s.vars))
s.pop()
print(s.vars["x"], "y" in s.vars)
try:
    s.vars["y"]
except KeyError as e:
    print(e)
print(ChainMap({"a": 1}) | {"b": 2}, {"b": 2} | ChainMap({"a": 1}),
      list(ChainMap({"a": 1}, {"b": 2, "a": 0}).items()))
try:
    ChainMap({}, {"k": 1}).popitem()
except KeyError as e:
    print(e)
