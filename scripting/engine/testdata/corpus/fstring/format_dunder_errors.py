class A:
    def __format__(self, spec):
        return 5

try:
    f"{A()}"
except TypeError as e:
    print(e)
for value in ([1], None, {}, object, b""):
    try:
        f"{value:>5}"
    except TypeError as e:
        print(e)
print(f"{[1]} {None} {b'x'}")
