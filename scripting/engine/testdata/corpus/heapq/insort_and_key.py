from bisect import insort, insort_left, bisect_left, bisect_right
a = [1, 3]
insort(a, 2)
insort(a, 0)
insort(a, 9)
print(a)
rows = [("a", 1), ("b", 5)]
insort(rows, ("c", 3), key=lambda r: r[1])
print(rows, bisect_left(rows, 3, key=lambda r: r[1]), bisect_right(rows, 5, key=lambda r: r[1]))
f = [1.0]
insort_left(f, 1)
print(f)
try:
    insort(a, "x")
except TypeError as e:
    print(e, a)
try:
    insort((1, 2), 3)
except AttributeError as e:
    print(e)
