class MyWarning(UserWarning):
    pass

try:
    raise MyWarning("careful")
except Warning as e:
    print(repr(e), isinstance(e, Exception))
try:
    raise NotImplementedError
except RuntimeError as e:
    print(repr(e), repr(str(e)))
try:
    raise NotImplemented
except TypeError as e:
    print(e)
try:
    raise EOFError("eof") from MemoryError("mem")
except EOFError as e:
    print(repr(e), repr(e.__cause__))
