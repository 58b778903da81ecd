s = "abc"
it = iter(s)
print(next(it), list(it), list(it), type(it).__name__)
print(list(zip(s, s[1:])), list(enumerate(s, 5)), dict(zip(s, range(3))), sorted("cab"), list(reversed(s)))
print([a + b for a in s for b in "12"], "".join(reversed(s)), max(s, key=lambda c: -ord(c)))
a, b, c = s
print(c, b, a, *s, sep="|")
try:
    a, b = s
except ValueError as e:
    print(e)
try:
    a, b, c, d = s
except ValueError as e:
    print(e)
