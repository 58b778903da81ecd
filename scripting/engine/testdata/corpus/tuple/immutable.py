t = (1, [2])
try:
    t[0] = 5
except TypeError as e:
    print(type(e).__name__, e)
try:
    del t[0]
except TypeError as e:
    print(e)
try:
    t.append(1)
except AttributeError as e:
    print(e)
t[1].append(3)
print(t)
