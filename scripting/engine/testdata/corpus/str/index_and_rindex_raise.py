s = "abcabc"
print(s.index("c"), s.rindex("c"), s.index("c", 3))
for call in (lambda: s.index("z"), lambda: s.rindex("z"), lambda: s.index("a", 4)):
    try:
        call()
    except ValueError as e:
        print(type(e).__name__, e)
try:
    s.index()
except TypeError as e:
    print(e)
