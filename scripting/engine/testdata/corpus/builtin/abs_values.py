print(abs(-3), abs(3), abs(-2.5), abs(-0.0), abs(3 + 4j), abs(True), abs(-10**20), abs(float("-inf")))
class A:
    def __abs__(self): return "absolute"
print(abs(A()))
for call in ("abs('a')", "abs(None)", "abs()", "abs(1, 2)", "abs([])", "abs(b'')"):
    try:
        eval(call)
    except TypeError as e:
        print(call, "->", e)
print(max([-5, 3], key=abs), sorted([-3, 1, -2], key=abs), sum(map(abs, [-1, 2])), abs(-1) is not None)
