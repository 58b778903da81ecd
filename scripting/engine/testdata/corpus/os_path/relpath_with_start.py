import os.path
for path, start in (("/a/b", "/a"), ("/a", "/a/b"), ("/a/b", "/a/b"), ("/x/y", "/a/b"), ("/", "/a"),
                    ("/a/../b", "/c")):
    print(path, start, os.path.relpath(path, start))
try:
    os.path.relpath("", "/a")
except ValueError as e:
    print(e)
print(os.path.abspath("/a/../b/./c"), os.path.abspath("/"), os.path.relpath(b"/a/b", b"/a"))
