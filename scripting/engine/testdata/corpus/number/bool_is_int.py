print(True + True, True * 5, False == 0, True == 1.0, isinstance(True, int), issubclass(bool, int))
print(True & False, True | 2, True ^ True, type(True ^ True).__name__, type(True & 1).__name__, ~True, -True)
print(int(True), float(False), str(True), repr(False), "%d" % True, f"{True:d}", f"{True}", [10, 20][True])
print(bool("False"), bool(""), bool(0.0), bool(-1), bool([]), bool([0]), bool(None), bool())
try:
    bool(1, 2)
except TypeError as e:
    print(e)
try:
    class MyBool(bool):
        pass
except TypeError as e:
    print(e)
