import fnmatch
print(fnmatch.fnmatchcase("A.py", "a.*"), fnmatch.fnmatchcase("a.py", "a.*"), fnmatch.fnmatch("x\ny", "x*y"),
      fnmatch.fnmatch("a.py", "*.PY"))
print(fnmatch.fnmatch(b"a.py", b"*.py"), fnmatch.filter([b"a", b"b"], b"[a]"))
for args in (("a", b"a"), (b"a", "a"), (5, "a"), ("a", None)):
    try:
        fnmatch.fnmatch(*args)
    except TypeError as e:
        print(type(e).__name__)
print(fnmatch.filter([], "*"), fnmatch.fnmatchcase("[x]", "[[]x]"), fnmatch.fnmatchcase("a-c", "a[a-]c"),
      fnmatch.fnmatchcase("é", "?"))
