a = [3, 1, 0, 2]
try:
    a.sort(key=lambda x: 1 / x)
except ZeroDivisionError as e:
    print(type(e).__name__, e)
print(sorted(a))
seen = []
def key(x):
    seen.append(len(a))
    return x
a.sort(key=key)
print(a, seen)
try:
    a.sort(key=5)
except TypeError as e:
    print(e)
