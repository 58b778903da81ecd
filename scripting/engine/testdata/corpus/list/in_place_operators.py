a = b = [1]
a += (2, 3)
print(b, a is b)
a *= 2
print(b)
a = a + [9]
print(a is b, b)
a = []
a += "ab"
print(a)
try:
    a += 5
except TypeError as e:
    print(e)
t = ([1],)
try:
    t[0] += [2]
except TypeError as e:
    print(e, t)
