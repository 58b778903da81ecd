a = {1, 2}
print(a <= {1, 2}, a < {1, 2}, a < {1, 2, 3}, a >= set(), a > {1})
print(a.issubset([1, 2, 3]), a.issuperset((1,)), a.isdisjoint([3]), a.isdisjoint({2}))
print({1} <= {2}, {1} >= {2}, {1} == {2}, set() <= set(), set() < set())
try:
    a <= [1, 2]
except TypeError as e:
    print(e)
try:
    a.issubset(5)
except TypeError as e:
    print(e)
