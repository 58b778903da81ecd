print(b"  a \n".strip(), b"xxaxx".strip(b"x"), b" a".lstrip(), b"a  ".rstrip(), b"abcba".strip(b"ab"))
print(b"test.py".removesuffix(b".py"), b"test".removeprefix(b"te"), b"test".removeprefix(b"x"))
print(b"abc".startswith(b"ab"), b"abc".startswith((b"x", b"a")), b"abc".endswith(b"c", 0, 2), b"abc".endswith(()))
for call in (lambda: b"a".strip("a"), lambda: b"a".startswith("a"), lambda: b"a".endswith(["a"]),
             lambda: b"a".removeprefix("a")):
    try:
        call()
    except TypeError as e:
        print(e)
