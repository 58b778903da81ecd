def nothing():
    pass
class Empty: pass
if True: pass
else: print("no")
for _ in range(2): pass
print(nothing(), Empty.__name__)
if 1:
    if 0: print("a")
    elif 1:
        if 0: pass
        else: print("b"); print("c")
x = 5; y = 6; print(x, y)
if x > 1: print("one line"); x = 0
print(x)
while x < 3: x += 1
print(x); del x
