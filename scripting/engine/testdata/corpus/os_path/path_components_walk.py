import posixpath

def components(path):
    parts = []
    while path not in ("", "/"):
        path, tail = posixpath.split(path.rstrip("/"))
        parts.append(tail)
    return parts[::-1], path

for p in ("/a/b/c", "a/b", "/", "", "/x//y/", "../z"):
    print(p, components(p))
def inside(root, path):
    full = posixpath.normpath(posixpath.join(root, path))
    return full, posixpath.commonpath([root, full]) == root
print(inside("/srv", "a/b"), inside("/srv", "../etc"), inside("/srv", "/etc/x"), inside("/srv", "a/../.."))
