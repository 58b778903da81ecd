a = bytearray(b"abcabc")
print(a.pop(), a.pop(0), a)
a.remove(ord("b"))
print(a)
a.reverse()
print(a, a.copy() == a, a.copy() is a)
try:
    a.remove(0)
except ValueError as e:
    print(e)
a.clear()
try:
    a.pop()
except IndexError as e:
    print(e)
try:
    bytearray(b"a").pop(7)
except IndexError as e:
    print(e)
print(a, len(a), bool(a))
