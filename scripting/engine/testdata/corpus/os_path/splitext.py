import os.path
for p in ("a.txt", "a.tar.gz", "a", ".bashrc", "..x", "a.", "/d.ir/file", "d/.hid.txt", "", "...", "a.b/c"):
    print(repr(p), os.path.splitext(p))
print(os.path.splitext(b"x.py"), os.path.splitdrive("/a/b"))
try:
    os.path.splitext(5)
except TypeError as e:
    print(e)
