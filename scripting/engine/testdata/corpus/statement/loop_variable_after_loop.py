for i in range(3): pass
print(i)
i = "kept"
for i in []: pass
print(i)
for i in range(3):
    i = i * 10
    print(i)
for fresh in (): pass
try:
    fresh
except NameError as e:
    print(e)
for i, j in zip(range(2), "ab"): pass
print(i, j)
for i in range(5):
    if i == 2: break
print(i)
