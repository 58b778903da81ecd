import copy
a = [1]
a.append(a)
b = copy.deepcopy(a)
print(b[1] is b, b is not a, b[0], len(b))
d = {}
d["self"] = d
e = copy.deepcopy(d)
print(e["self"] is e, e is not d)
class N:
    def __init__(self): self.me, self.kids = self, []
n = N()
n.kids.append(n)
m = copy.deepcopy(n)
print(m.me is m, m.kids[0] is m, m is not n)
t = ([],)
t[0].append(t)
u = copy.deepcopy(t)
print(u[0][0] is u, u is not t)
