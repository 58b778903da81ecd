d = {"a": [1], "b": 2}
e = d.copy()
e["b"] = 3
e["a"].append(2)
print(d, e)
alias = d
print(d.clear(), d, alias, e)
try:
    d.clear(1)
except TypeError as err:
    print(err)
try:
    d.copy(1)
except TypeError as err:
    print(err)
