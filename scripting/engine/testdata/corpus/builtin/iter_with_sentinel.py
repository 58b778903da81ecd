data = iter("abcXdef")
print(list(iter(lambda: next(data), "X")), list(data))
n = 0
def counter():
    global n
    n += 1
    return n
it = iter(counter, 4)
print(type(it).__name__, list(it), next(it, "done"), n)
def stops():
    raise StopIteration
print(list(iter(stops, None)))
for call in ("iter(5, 0)", "iter('a', 'b')", "iter(5)", "iter()", "iter(None)", "iter(len, 0, 1)"):
    try:
        eval(call)
    except TypeError as e:
        print(call, "->", e)
