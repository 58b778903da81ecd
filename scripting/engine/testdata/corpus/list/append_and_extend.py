a = [1]
print(a.append([2, 3]), a)
print(a.extend((4, 5)), a)
a.extend("xy")
a.extend({6: 0})
a.extend(i for i in range(2))
print(a)
for bad in (5, None):
    try:
        a.extend(bad)
    except TypeError as e:
        print(e)
try:
    a.append()
except TypeError as e:
    print(e)
try:
    a.append(1, 2)
except TypeError as e:
    print(e)
