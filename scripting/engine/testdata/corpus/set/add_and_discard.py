s = {1}
print(s.add(2), s.add(1), s)
print(s.discard(2), s.discard(99), s)
try:
    s.remove(99)
except KeyError as e:
    print(type(e).__name__, e)
try:
    s.remove("x")
except KeyError as e:
    print(e, e.args)
s.remove(1)
print(s)
for bad in ([], {}):
    try:
        s.add(bad)
    except TypeError as e:
        print(e)
