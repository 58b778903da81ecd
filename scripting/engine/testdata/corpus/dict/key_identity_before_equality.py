nan = float("nan")
d = {nan: 1}
print(nan in d, d[nan], float("nan") in d)
d[float("nan")] = 2
print(len(d), list(d.values()))
first = "ab" * 2
d = {1: "x"}
d[True] = "y"
print(list(d.keys()), type(list(d)[0]).__name__)
