print({"a": 1, "b": 2} == {"b": 2, "a": 1})
print({"a": 1} == {"a": 1.0}, {"a": 1} == {"a": 2}, {"a": 1} != {"a": 2})
print({} == [], {} == None, {1: 2} == {1.0: 2})
print({"a": {"b": [1]}} == {"a": {"b": [1]}})
for op in ("<", "<=", ">", ">="):
    try:
        print(eval("{} %s {}" % op))
    except TypeError as e:
        print(e)
