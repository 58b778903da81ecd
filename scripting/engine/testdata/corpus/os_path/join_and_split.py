import os.path
for parts in (("a", "b"), ("a/", "b"), ("a", "/b"), ("", "a"), ("a", ""), ("/", "a"), ("a", "b", "..", "c"),
              ("a//", "b"), ("a",)):
    print(parts, os.path.join(*parts))
for p in ("a/b", "/a", "a/", "/", "", "a", "//a//b//", "a/b/c.txt"):
    print(p, os.path.split(p), os.path.dirname(p), os.path.basename(p))
for args in ((1,), ("a", None), ("a", b"b"), ()):
    try:
        os.path.join(*args)
    except TypeError as e:
        print(e)
print(os.path.join(b"a", b"b"))
