for key in ([1], {}, set(), bytearray(b"x"), ([1],), {1: 2}.keys()):
    try:
        d = {key: 1}
        print("no error")
    except TypeError as e:
        print(type(e).__name__, e)
try:
    {}[[1]]
except TypeError as e:
    print(e)
try:
    [1] in {}
except TypeError as e:
    print(e)
