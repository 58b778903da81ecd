s = {1, 2}
t = s
s |= {3}
print(t, s is t)
s &= {2, 3, 4}
print(t)
s -= {2}
s ^= {3, 8}
print(t)
print(s.update([1], {2}, (3,)), sorted(t))
s.intersection_update({1, 2, 50})
s.difference_update([1], [99])
s.symmetric_difference_update({2, 6})
print(t)
try:
    s |= [1]
except TypeError as e:
    print(e)
