t = (1, "a", (None,), [(), {}], {1: (2,)})
print(t, str(t) == repr(t))
a = []
r = (a, 1)
a.append(r)
print(r, a)
print("%s" % ((1, 2),), "{}".format((1,)), f"{(1, 'x')}")
