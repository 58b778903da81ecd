class A:
    def __init__(self, v):
        self.v = v
    def __bool__(self):
        return self.v

for v in (1, 0, None, "x"):
    try:
        if A(v):
            pass
    except TypeError as e:
        print(type(e).__name__, e)
print(bool(A(True)), bool(A(False)))
class Raises:
    def __bool__(self):
        raise ValueError("undecided")
for action in ("not Raises()", "Raises() and 1", "1 if Raises() else 2", "while_()", "all([Raises()])"):
    def while_():
        while Raises():
            pass
    try:
        eval(action)
    except ValueError as e:
        print(action, e)
