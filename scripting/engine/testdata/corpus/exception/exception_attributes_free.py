e = ValueError("x")
e.code = 5
e.data = {"k": 1}
print(e.code, vars(e), e.args)
class Coded(Exception):
    code = 0
    def __init__(self, message, code=None):
        super().__init__(message)
        if code is not None:
            self.code = code
print(Coded("a").code, Coded("a", 3).code, Coded("a", 3).args, vars(Coded("b", code=7)))
try:
    raise Coded("m", 9)
except Exception as err:
    print(f"{type(err).__name__}({err.code}): {err}")
