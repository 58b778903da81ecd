t = (1, 2)
print(f"{1, 2} {*t, 3} {t} {t[0], t[1]}", f"{(*t,)}", f"{[*t]}")
print(f"{1,}", f"{()}", f"{'a', 'b'!r}")
try:
    f"{(*5,)}"
except TypeError as e:
    print(e)
