class A: pass
o, d, l = A(), {}, [0, 0, 0, 0]
o.x, d["k"], l[1] = 1, 2, 3
print(o.x, d, l)
l[0], *o.rest, d["z"] = "abcd"
print(l, o.rest, d)
l[1:3], x = (7, 8, 9), 5
print(l, x)
i = 0
i, l[i] = 2, "set at new i"
print(l)
for d["loop"] in range(3): pass
for o.y, l[-1] in [(1, 2)]: pass
print(d, o.y, l)
