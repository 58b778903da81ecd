import fnmatch, re
for pat in ("*.txt", "a?b", "[a-z]", "[!x]y", "a.b+c", "", "[]", "[!]"):
    print(repr(pat), fnmatch.translate(pat))
rx = re.compile(fnmatch.translate("data-[0-9]*.csv"))
print([bool(rx.match(n)) for n in ("data-1.csv", "data-x.csv", "data-12.csv", "data-1.csv.bak")])
