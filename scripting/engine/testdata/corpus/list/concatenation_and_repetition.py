print([1] + [2, 3], [1, 2] * 2, 2 * [0], [1] * 0, [1] * -5)
row = [[0]] * 3
row[0].append(1)
print(row)
for action in ("[1] + (2,)", "[1] + None", "[1] * 1.5", "[1] * '2'", "'x' + [1]", "[1] - [1]"):
    try:
        eval(action)
    except TypeError as e:
        print(action, "->", e)
