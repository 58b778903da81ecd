a, b = {1, 2, 3, 4}, {3, 4, 5}
print(a - b, b - a, a ^ b)
print(a.difference([1], [2]), a.difference(), a.symmetric_difference([1, 9]))
try:
    a - [1]
except TypeError as e:
    print(e)
try:
    a.symmetric_difference([1], [2])
except TypeError as e:
    print(e)
try:
    a ^ None
except TypeError as e:
    print(e)
