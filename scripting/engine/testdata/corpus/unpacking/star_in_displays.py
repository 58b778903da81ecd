a, b = [1, 2], (3, 4)
print([*a, *b], (*a, *b), {*a, *b} == {1, 2, 3, 4}, [*a, 9, *a], (*a,), [*""], [*{"k": 1}], [*range(3)][::-1])
t = *a, 5
print(t, *a, *b)
for x in *a, *b:
    print(x, end=" ")
print()
def f():
    return *a, 0
print(f(), [*map(str, a)], [*a, *[*b]])
for src in ("[*5]", "(*None,)", "{*1}", "print(*3)"):
    try:
        eval(src)
    except TypeError as e:
        print(e)
