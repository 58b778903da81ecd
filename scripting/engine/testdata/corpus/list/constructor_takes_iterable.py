print(list(), list("ab"), list((1, 2)), list({3: 4}), list(range(0)), list(iter([5])))
print(list(b"ab"), list(map(len, ["a", "bb"])))
for args in ((5,), (None,), ([1], [2])):
    try:
        list(*args)
    except TypeError as e:
        print(e)
try:
    list(iterable=[1])
except TypeError as e:
    print(e)
a = [1]
print(list(a) is a, list(a) == a)
