data = {"a.b": 1, "x": {"y": [10, 20]}, "": "empty"}
print("{0[a.b]} {0[x][y][1]} {x[y][0]} {0[x]}".format(data, **{"x": data["x"]}))
for fmt in ("{0[x][z]}", "{0[x][y][5]}", "{0[]}", "{0.x}", "{0[x].y}", "{0[x]y}"):
    try:
        print(fmt.format(data))
    except Exception as e:
        print(fmt, "->", type(e).__name__, e)
