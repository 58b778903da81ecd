r = range(10, 50, 5)
print(r[0], r[-1], r[2:5], r[::-1], r[::2], len(r), r[5:2], list(r[::-3]), r[1:1], r[-3:])
for index in (8, -9):
    try:
        r[index]
    except IndexError as e:
        print(e)
print(r.index(20), r.count(20), 22 in r, 45 in r, r.start, r.stop, r.step, range(0) == range(2, 1))
try:
    r.index(21)
except ValueError as e:
    print(e)
try:
    r[0] = 1
except TypeError as e:
    print(e)
