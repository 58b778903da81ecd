def hello(self):
    return "hello " + self.name

A = type("A", (), {"name": "n", "hello": hello})
B = type("B", (A,), {"extra": 5})
print(A().hello(), B().name, B.extra, B.__name__, B.__bases__ == (A,), B.__module__, type(B) is type)
for args in (("A",), (1, (), {}), ("A", [], {}), ("A", (), []), ("A", (5,), {}), ("A\0", (), {}), ("A", (bool,), {})):
    try:
        print(type(*args))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
try:
    type("X", (), {}, 1)
except TypeError as e:
    print(e)
