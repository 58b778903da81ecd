d = {"a": 1, None: 2}
print("a" in d, "b" in d, None in d, 1 in d, "b" not in d)
print(len(d), len({}), bool(d), bool({}))
print(d.__contains__("a"), d.__len__(), dict.__contains__(d, 0))
try:
    len(d, d)
except TypeError as e:
    print(e)
