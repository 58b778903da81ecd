def first_even(items):
    return next((hit for x in items if (hit := x) % 2 == 0), None)

print(first_even([1, 3, 4, 5]), first_even([1]))
data = iter(["a", "b", "stop", "c"])
while (item := next(data)) != "stop":
    print(item)
print(item, list(data))
if (a := 1) and (b := 0) or (c := 3):
    print(a, b, c)
print([(k, n) for k in ("x", "yy") if (n := len(k)) > 1], n)
d = {"k": 5}
if (v := d.get("k")) is not None and v > 3: print("v", v)
assert (z := 1), z
print(f"{(w := 2)} {w}", z)
