class MyOSError(OSError):
    pass

e = MyOSError(2, "no")
print(type(e).__name__, e.errno, e, repr(e))
e = FileNotFoundError(13, "odd")
print(type(e).__name__, e.errno, e)
e = FileNotFoundError("only text")
print(e, e.errno, isinstance(e, OSError))
class WithInit(OSError):
    def __init__(self, path):
        super().__init__(2, "gone", path)
e = WithInit("/p")
print(e, e.errno, e.filename, e.args)
print(IOError is OSError, EnvironmentError is OSError, issubclass(BrokenPipeError, ConnectionError),
      issubclass(TimeoutError, OSError))
