from bisect import bisect, bisect_left, bisect_right, insort
a = [1, 3, 3, 5]
for x in (0, 1, 3, 4, 9):
    print(x, bisect_left(a, x), bisect_right(a, x), bisect(a, x))
print(bisect_left(a, 3, 2), bisect_left(a, 3, 0, 1), bisect([], 5), bisect_left("abc", "b"),
      bisect_left([3, 2, 1], 2))
for call in ("bisect(a, 3, -1)", "bisect(a, 'x')", "bisect(5, 1)", "bisect(a)", "bisect_left([5, 3], 4, key=5)"):
    try:
        print(eval(call))
    except (ValueError, TypeError) as e:
        print(call, "->", type(e).__name__, e)
