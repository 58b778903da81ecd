for e in (Exception(), Exception("a"), Exception("a", 1), Exception(None), Exception(("t",)),
          Exception([1, 2]), Exception("é")):
    print(str(e), "|", repr(e), "|", e.args)
e = ValueError("x")
e.args = ["new", 2]
print(e, e.args)
try:
    e.args = 5
except TypeError as err:
    print(err)
for call in (lambda: ValueError(a=1), lambda: Exception(1, key=2)):
    try:
        call()
    except TypeError as err:
        print(err)
