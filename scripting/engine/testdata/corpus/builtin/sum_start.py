print(sum([]), sum([1, 2.5]), sum(range(101)), sum([1], 10), sum([[1], [2]], []), sum([(1,), (2,)], ()),
      sum([True, True]), sum({1: 0, 2: 0}))
print(sum([1, 2], start=5), sum([0.1] * 3), sum([1, 1j]), sum((x for x in (10**20, 1))))
for call in ("sum(['a', 'b'])", "sum(['a'], '')", "sum([], 'x')", "sum([b'a'], b'')", "sum([[1]])", "sum(5)",
             "sum()", "sum([bytearray()], bytearray())", "sum([1], None)",
             "sum([None])", "sum([1, 'a'])"):
    try:
        print(eval(call))
    except TypeError as e:
        print(call, "->", e)
