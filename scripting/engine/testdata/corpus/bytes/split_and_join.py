print(b"a,b,,c".split(b","), b" a  b ".split(), b"a b c".split(None, 1), b"a,b,c".rsplit(b",", 1), b"".split())
print(b",".join([b"a", bytearray(b"b")]), b"".join([]), bytearray(b"-").join([b"x", b"y"]))
for bad in (["a"], [1], b"ab", 5):
    try:
        print(b",".join(bad))
    except TypeError as e:
        print(e)
for sep in ("," , b"", 5):
    try:
        b"a".split(sep)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
