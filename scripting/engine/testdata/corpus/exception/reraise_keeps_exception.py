def inner():
    raise ValueError("deep")

def middle():
    try:
        inner()
    except ValueError:
        print("middle")
        raise

try:
    middle()
except ValueError as e:
    print(repr(e), e.__context__)
try:
    try:
        inner()
    except ValueError as first:
        try:
            raise KeyError("other")
        except KeyError:
            pass
        raise
except Exception as e:
    print(repr(e))
