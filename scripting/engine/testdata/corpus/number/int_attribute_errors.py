try:
    (5).foo
except AttributeError as e:
    print(type(e).__name__, e)
try:
    x = 5
    x.y = 1
except AttributeError as e:
    print(e)
try:
    x()
except TypeError as e:
    print(e)
try:
    x[0]
except TypeError as e:
    print(e)
try:
    x[0] = 1
except TypeError as e:
    print(e)
try:
    for _ in x: pass
except TypeError as e:
    print(e)
