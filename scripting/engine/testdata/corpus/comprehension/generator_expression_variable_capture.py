n = 10
g = (x + n for x in range(2))
n = 20
print(list(g))
data = [1, 2, 3]
g = (x for x in data if x in keep)
keep = {1, 3}
data = [9]
print(list(g))
h = ((x, y) for x in "ab" for y in later)
later = "12"
print(list(h))
def f():
    local = 1
    g = (local for _ in range(2))
    local = 2
    return list(g)
print(f())
