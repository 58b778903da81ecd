def outer(n):
    def helper(x):
        return x + n
    n += 100
    return helper(1)

print(outer(1))
def a():
    return b()
try:
    a()
except NameError as e:
    print(e)
def b():
    return "defined later"
print(a())
fs = []
for i in range(3):
    def f():
        return i
    fs.append(f)
print([f() for f in fs])
