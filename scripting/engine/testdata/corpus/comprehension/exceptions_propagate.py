log = []
def f(x):
    log.append(x)
    return 10 // x

for make in (lambda: [f(x) for x in (1, 0, 2)], lambda: {x: f(x) for x in (5, 0)},
             lambda: sum(f(x) for x in (2, 0, 1))):
    try:
        make()
    except ZeroDivisionError as e:
        print(type(e).__name__, e, log)
print([x for x in [1, 2]])
try:
    [x for x in 5]
except TypeError as e:
    print(e)
try:
    [x.y for x in [1]]
except AttributeError as e:
    print(e)
