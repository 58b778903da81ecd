x = "outer"
print([x for x in range(3)], x)
i = 10
print([i for i in range(2)][-1], i, {i: i for i in (5,)}, i, {i for i in (6,)}, i, list(i for i in (7,)), i)
def f():
    [leaked for leaked in range(3)]
    try:
        return leaked
    except NameError as e:
        return str(e)
print(f())
