a, b = {1, 2, 3}, {3, 4}
print(a | b, a & b, a.union(b), a.intersection(b))
print(a.union([5], (6,), {7: 0}), a.union(), a.intersection())
print(a.intersection([1, 2], range(2, 9)), a & set())
try:
    a | [1]
except TypeError as e:
    print(e)
try:
    a & "x"
except TypeError as e:
    print(e)
print(sorted(set("ab").union("cd")))
