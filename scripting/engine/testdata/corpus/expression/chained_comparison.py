def t(n):
    print("eval", n)
    return n

print(1 < 2 < 3, 1 < 3 < 2, 3 > 2 >= 2 == 2 != 3, 1 == 1.0 == True)
print(t(1) < t(0) < t(5))
print(t(1) < t(2) < t(3))
print(1 < 2 in [2, True], (1 < 2) in [2, True], 1 in [1] == True, not 1 < 2 < 3, "a" < "b" <= "b")
x = None
print(x is None is not True, 1 < 2 > 0 < 5, 5 in [5] in [[5]])
try:
    1 < 2 < "a"
except TypeError as e:
    print(e)
print(2 < 1 < "never compared")
