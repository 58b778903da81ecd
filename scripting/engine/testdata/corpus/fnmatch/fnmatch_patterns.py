import fnmatch
names = ["a.py", "b.txt", "A.PY", ".hidden", "dir/x.py", "a[1].py", "", "aa.py"]
for pat in ("*.py", "?.py", "[ab].*", "[!a]*", "*", ".*", "a[[]1].py", "*/*", "", "[a-b]?.py", "[]a]*",
            "[!]a]*", "a["):
    print(repr(pat), fnmatch.filter(names, pat))
