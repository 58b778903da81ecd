def g():
    yield from "abcdef"

it = g()
print(list(zip(it, it)))
it = g()
for x in it:
    if x == "c":
        break
print(list(it))
it = g()
print("d" in it, list(it), "a" in it)
a, b, *c = g()
print(a, b, c)
try:
    a, b = g()
except ValueError as e:
    print(e)
