n = 10**4299
print(len(str(n)), str(n)[:3])
try:
    str(10**4300)
except ValueError as e:
    print(type(e).__name__, e)
try:
    int("1" * 4301)
except ValueError as e:
    print(e)
print(len(hex(10**5000)), 10**5000 % 7)
