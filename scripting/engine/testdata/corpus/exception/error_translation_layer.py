import errno

class FsError(Exception):
    codes = {}
    def __init_subclass__(cls, code):
        FsError.codes[code] = cls

class Missing(FsError, code=errno.ENOENT): pass
class Forbidden(FsError, code=errno.EACCES): pass

def translate(func, *args):
    try:
        return func(*args)
    except OSError as e:
        raise FsError.codes.get(e.errno, FsError)(e.strerror) from e

def fail(code):
    raise OSError(code, f"code {code}")

for code in (2, 13, 5):
    try:
        translate(fail, code)
    except FsError as e:
        print(type(e).__name__, e, "<-", type(e.__cause__).__name__)
