print(any([]), all([]), any([0, ""]), any([0, 1]), all([1, "a"]), all([1, 0]), any("0"), all(""),
      any({"": 1}), all({0: 1}))
log = []
def t(x):
    log.append(x)
    return x
print(any(t(x) for x in (0, 2, 3)), all(t(x) for x in (1, 0, 5)), log)
for call in ("any(5)", "all(None)", "any()", "all(1, 2)"):
    try:
        eval(call)
    except TypeError as e:
        print(call, "->", e)
print(any(map(str.isdigit, "ab1")), all(x < 5 for x in range(5)), any([[]]), all([[0]]))
