def bounds(values):
    return min(values), max(values)

lo, hi = bounds([3, 1, 2])
lo, hi = hi, lo
print(lo, hi, bounds("abc"))
a = [1, 2]
i = 0
i, a[i] = 1, "x"
print(i, a)
def empty():
    return ()
print(empty(), type(bounds([1])).__name__)
