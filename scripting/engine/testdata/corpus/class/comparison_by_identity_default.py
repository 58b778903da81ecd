class A:
    pass

a, b = A(), A()
print(a == a, a == b, a != b, hash(a) == hash(a), a in [b, a], len({a, b, a}))
for op in ("<", "<=", ">", ">="):
    try:
        eval(f"a {op} b")
    except TypeError as e:
        print(e)
print(a.__eq__(b), a.__eq__(a), a.__ne__(b), a.__lt__(b))
