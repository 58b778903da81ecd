out = []
for i in range(4):
    try:
        if i == 1:
            continue
        if i == 3:
            break
        out.append(i)
    finally:
        out.append(f"f{i}")
else:
    out.append("else")
print(out)
def g():
    while True:
        try:
            return "returned"
        finally:
            out.append("last")
print(g(), out[-1])
