for action in ("'a'.foo", "'a'.decode()", "'a'.append", "'a'.has_key"):
    try:
        eval(action)
    except AttributeError as e:
        print(type(e).__name__, e)
try:
    "a".x = 1
except AttributeError as e:
    print(e)
try:
    callee = "a"
    callee()
except TypeError as e:
    print(e)
try:
    "a".upper(1)
except TypeError as e:
    print(e)
try:
    "a".upper(x=1)
except TypeError as e:
    print(e)
