print(repr("  a b ".strip()), repr("\t\na\u3000".strip()), repr(" a ".lstrip()), repr(" a ".rstrip()))
print("xxabcxx".strip("x"), "abcba".strip("ab"), "abc".strip(""), "www.example.com".strip("cmowz."))
print("aaa".strip("a") == "", "mississippi".rstrip("ip"), "abc".lstrip("cba"), " a ".strip(None))
try:
    "a".strip(1)
except TypeError as e:
    print(e)
try:
    "a".strip("a", "b")
except TypeError as e:
    print(e)
