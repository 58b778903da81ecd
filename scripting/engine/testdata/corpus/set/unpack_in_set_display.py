print({*range(3), 7, *"a"} == {0, 1, 2, 7, "a"})
print({*()}, type({*()}).__name__, {*{1: 2}})
try:
    {*5}
except TypeError as e:
    print(e)
try:
    {*None}
except TypeError as e:
    print(e)
