def f():
    f"not a doc {1}"
    return 1

def g():
    "a doc"

print(f.__doc__, g.__doc__)
print(f"{'same'}" == "same", hash(f"{'a'}") == hash("a"), {f"{1}": 2}, f"{1}" in ("1",))
x = 1
t = f"{x}"
x = 2
print(t, f"{x}")
