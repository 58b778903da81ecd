d = {i: i for i in range(5)}
try:
    for key in d:
        d[key + 10] = 0
except RuntimeError as e:
    print(type(e).__name__, e)
d = {i: i for i in range(5)}
try:
    for key, value in d.items():
        del d[key]
except RuntimeError as e:
    print(e)
d = {i: i for i in range(3)}
for key in d:
    d[key] = -key
print(d)
for key in list(d):
    del d[key]
print(d)
