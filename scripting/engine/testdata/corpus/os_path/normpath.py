import os.path
for p in ("a//b", "a/./b", "a/../b", "../a", "/../a", "a/..", "", ".", "/", "//", "///", "//a",
          "a/b/../../..", "./x/", "a/b/./../c//"):
    print(repr(p), os.path.normpath(p))
print(os.path.normpath(b"a/../b"), os.path.normcase("A/b"))
try:
    os.path.normpath(None)
except TypeError as e:
    print(e)
