from bisect import bisect
def grade(score, cuts=(60, 70, 80, 90), names="FDCBA"):
    return names[bisect(cuts, score)]
print([grade(s) for s in (33, 60, 77, 89.5, 90, 100)])
def closest(sorted_list, x):
    i = bisect(sorted_list, x)
    return min(sorted_list[max(0, i - 1):i + 1], key=lambda v: abs(v - x))
print([closest([1, 5, 10], x) for x in (0, 3, 8, 99)])
try:
    closest([], 1)
except ValueError as e:
    print(e)
