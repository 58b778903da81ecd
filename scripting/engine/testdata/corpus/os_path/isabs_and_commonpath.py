import posixpath
print([posixpath.isabs(p) for p in ("/a", "a", "", "./a", "//a", "~")])
print(posixpath.commonpath(["/a/b/c", "/a/b/d"]), posixpath.commonpath(["a/b", "a"]),
      posixpath.commonprefix(["/usr/lib", "/usr/local"]), repr(posixpath.commonprefix([])))
for args in (["/a", "b"], [], ["a", b"b"]):
    try:
        posixpath.commonpath(args)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
print(repr(posixpath.commonpath(["a", "b"])), posixpath.commonpath(["/a"]),
      posixpath.commonprefix(["abc", "abd", "ab"]))
