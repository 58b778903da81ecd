class A:
    def __str__(self):
        return "an A"

print("{}".format(A()), format(A()), format(A(), ""), f"{A()}")
for value in (A(), None, [1], (1,), {}, b"x", {1}, object, len):
    try:
        print(format(value, ">5"))
    except TypeError as e:
        print(e)
print(format([1]), format(None), format(b"x"))
