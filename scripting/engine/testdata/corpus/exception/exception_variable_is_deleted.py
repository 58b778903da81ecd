e = "outer"
try:
    raise ValueError("x")
except ValueError as e:
    kept = e
try:
    print(e)
except NameError as err:
    print(err)
print(kept)
def f():
    try:
        1 / 0
    except ZeroDivisionError as err:
        err = "reassigned"
        print(err)
    return "err" in locals()
print(f())
