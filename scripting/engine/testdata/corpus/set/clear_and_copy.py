s = {1, (2, 3)}
t = s.copy()
t.add(4)
print(len(s), len(t), s == t)
print(s.clear(), s, len(t))
try:
    s.clear(1)
except TypeError as e:
    print(e)
try:
    s.add()
except TypeError as e:
    print(e)
try:
    s.add(1, 2)
except TypeError as e:
    print(e)
