class P:
    x = 3
    items = {"k": [1, 2], 5: "int key"}

print("{0.x} {0.items[k]} {0.items[k][1]} {0.items[5]}".format(P))
print("{p.x} {d[a b]} {l[0]}".format(p=P, d={"a b": 1}, l=[9]))
for fmt, arg in (("{0.y}", P), ("{0[x]}", {}), ("{0[9]}", [1]), ("{0[a]}", [1]), ("{0[-1]}", [1]),
                 ("{0[}", [1]), ("{0.}", 1)):
    try:
        print(fmt.format(arg))
    except Exception as e:
        print(fmt, "->", type(e).__name__, e)
