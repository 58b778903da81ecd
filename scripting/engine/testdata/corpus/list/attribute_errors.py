a = []
for name in ("push", "add", "length"):
    try:
        getattr(a, name)
    except AttributeError as e:
        print(e)
try:
    a.x = 1
except AttributeError as e:
    print(e)
try:
    a()
except TypeError as e:
    print(e)
try:
    list.append(5, 1)
except TypeError as e:
    print(e)
try:
    list.append()
except TypeError as e:
    print(e)
