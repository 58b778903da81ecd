print({1, 2} == {2, 1}, {1} == frozenset([1]), frozenset([1]) == {1.0})
print({1} == [1], {1} != (1,), set() == frozenset(), set() == {}, not set())
print({1} == {1: 2}.keys(), {True} == {1})
print({frozenset([1]), frozenset([2])} == {frozenset([2]), frozenset([1.0])})
try:
    {1} == [{1}].index({2})
except ValueError as e:
    print(e)
