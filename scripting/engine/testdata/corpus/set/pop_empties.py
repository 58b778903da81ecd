s = {7}
print(s.pop(), s)
try:
    s.pop()
except KeyError as e:
    print(type(e).__name__, e, e.args)
s = set(range(5))
got = []
while s:
    got.append(s.pop())
print(sorted(got), len(s))
