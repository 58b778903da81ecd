def fact(n):
    return 1 if n <= 1 else n * fact(n - 1)

def flatten(x):
    return [y for item in x for y in (flatten(item) if isinstance(item, list) else [item])]

def hanoi(n, a="A", b="B", c="C"):
    return [] if n == 0 else hanoi(n - 1, a, c, b) + [a + c] + hanoi(n - 1, b, a, c)

print(fact(20), flatten([1, [2, [3, [], [4]]], 5]), hanoi(3))
def even(n):
    return n == 0 or odd(n - 1)
def odd(n):
    return n != 0 and even(n - 1)
print(even(50), odd(7))
