print([1, 2] < [1, 3], [1, 2] < [1, 2, 0], [] < [0], [2] > [1, 9])
print([1] == [1.0], [1] == (1,), [[1], 2] == [[1], 2], [1] != [1])
nan = float("nan")
print([nan] == [nan], [float("nan")] == [float("nan")])
for action in ("[1] < ['a']", "[1] < (1,)", "[1, 'a'] < [2, 3]", "[] < None"):
    try:
        print(eval(action))
    except TypeError as e:
        print(e)
