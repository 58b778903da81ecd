"""Paths as texts: what os.path is.

Differs: nothing here looks at the file system: no exists, isdir, samefile and so
on; realpath is abspath; expanduser knows ~ by the environment only.
"""

import re

__all__ = [
    "normcase", "isabs", "join", "splitdrive", "split", "splitext", "basename", "dirname",
    "commonprefix", "commonpath", "expanduser", "expandvars", "normpath", "abspath", "realpath", "relpath",
    "curdir", "pardir", "sep", "pathsep", "defpath", "extsep", "altsep", "devnull",
    "supports_unicode_filenames",
]  # fmt: skip

curdir = "."
pardir = ".."
extsep = "."
sep = "/"
pathsep = ":"
defpath = "/bin:/usr/bin"
altsep = None
devnull = "/dev/null"
supports_unicode_filenames = False


def _path(path):
    """What os.fspath returns; os itself imports this module."""
    if isinstance(path, (str, bytes)):
        return path
    method = getattr(type(path), "__fspath__", None)
    if method is None:
        raise TypeError(f"expected str, bytes or os.PathLike object, not {type(path).__name__}")
    text = method(path)
    if not isinstance(text, (str, bytes)):
        raise TypeError(
            f"expected {type(path).__name__}.__fspath__() to return str or bytes, not {type(text).__name__}"
        )
    return text


def _marks(path):
    """The slash, the dot, two dots and nothing, of the type of path."""
    return (b"/", b".", b"..", b"") if isinstance(path, bytes) else ("/", ".", "..", "")


def _check_types(function, *paths):
    """Refuses what is no path, and str together with bytes."""
    kinds = {type(p) for p in paths}
    if any(issubclass(k, str) for k in kinds) and any(issubclass(k, bytes) for k in kinds):
        raise TypeError("Can't mix strings and bytes in path components") from None
    for p in paths:
        if not isinstance(p, (str, bytes)):
            raise TypeError(
                f"{function}() argument must be str, bytes, or os.PathLike object, not {type(p).__name__!r}"
            ) from None


def normcase(s):
    """Returns the path as it is."""
    return _path(s)


def isabs(s):
    """Tells whether a path begins with a slash."""
    s = _path(s)
    return s.startswith(_marks(s)[0])


def join(a, *p):
    """Joins paths; an absolute one forgets those before it."""
    path = a = _path(a)
    slash = _marks(a)[0]
    for b in p:
        if not isinstance(b, type(a)):
            b = b.__fspath__() if hasattr(type(b), "__fspath__") else b
            _check_types("join", a, b)
        if b.startswith(slash):
            path = b
        elif not path or path.endswith(slash):
            path += b
        else:
            path += slash + b
    return path


def split(p):
    """Returns what is before and what is behind the last slash."""
    p = _path(p)
    slash = _marks(p)[0]
    i = p.rfind(slash) + 1
    head, tail = p[:i], p[i:]
    return head.rstrip(slash) or head, tail


def splitext(p):
    """Returns the path without its extension, and this."""
    p = _path(p)
    slash, dot, _, nothing = _marks(p)
    i = p.rfind(dot)
    name = p.rfind(slash) + 1
    # Dots at the beginning of the name are no extension.
    if i > name and p[name:i].strip(dot):
        return p[:i], p[i:]
    return p, nothing


def splitdrive(p):
    """Returns an empty drive and the path."""
    p = _path(p)
    return p[:0], p


def basename(p):
    """Returns what is behind the last slash."""
    return split(p)[1]


def dirname(p):
    """Returns what is before the last slash."""
    return split(p)[0]


def commonprefix(m):
    """Returns what all begin with, character by character."""
    if not m:
        return ""
    if not isinstance(m[0], (list, tuple)):
        m = [_path(p) for p in m]
    first, last = min(m), max(m)
    for i, c in enumerate(first):
        if c != last[i]:
            return first[:i]
    return first


def commonpath(paths):
    """Returns the longest path that all are below."""
    if not paths:
        raise ValueError("commonpath() arg is an empty sequence")
    paths = [_path(p) for p in paths]
    _check_types("commonpath", *paths)
    slash, dot, _, nothing = _marks(paths[0])
    if len({p.startswith(slash) for p in paths}) > 1:
        raise ValueError("Can't mix absolute and relative paths")
    parts = [[c for c in p.split(slash) if c and c != dot] for p in paths]
    common = commonprefix(parts)
    return (slash if paths[0].startswith(slash) else nothing) + slash.join(common)


def expanduser(path):
    """Replaces a ~ at the beginning by $HOME."""
    path = _path(path)
    slash, tilde = (b"/", b"~") if isinstance(path, bytes) else ("/", "~")
    if path != tilde and not path.startswith(tilde + slash):
        return path
    import os

    home = os.environ.get("HOME")
    if home is None:
        return path
    if isinstance(path, bytes):
        home = os.fsencode(home)
    return home.rstrip(slash) + path[1:] or slash


def expandvars(path):
    """Replaces $name and ${name} by the environment's; what is not there stays."""
    path = _path(path)
    if ("$" if isinstance(path, str) else b"$") not in path:
        return path
    import os

    if isinstance(path, bytes):
        return os.fsencode(expandvars(os.fsdecode(path)))

    def value(found):
        name = found.group(1) or found.group(2)
        return os.environ.get(name, found.group())

    return re.sub(r"\$(?:([a-zA-Z0-9_]+)|\{([^}]*)\})", value, path)


def normpath(path):
    """Removes empty parts, . and, with the part before it, .. ."""
    path = _path(path)
    slash, dot, dots, nothing = _marks(path)
    if not path:
        return dot
    # Two slashes at the beginning may mean something of their own; three do not.
    root = nothing
    if path.startswith(slash):
        root = slash * 2 if path.startswith(slash * 2) and not path.startswith(slash * 3) else slash
    parts = []
    for part in path.split(slash):
        if not part or part == dot:
            continue
        if part != dots or not root and not parts or parts and parts[-1] == dots:
            parts.append(part)
        elif parts:
            parts.pop()
    return root + slash.join(parts) or dot


def abspath(path):
    """Returns the path from the root, normalised."""
    path = _path(path)
    if not isabs(path):
        import os

        path = join(os.getcwdb() if isinstance(path, bytes) else os.getcwd(), path)
    return normpath(path)


def realpath(filename, *, strict=False):
    """Returns abspath."""
    return abspath(filename)


def relpath(path, start=None):
    """Returns the path from start to path."""
    path = _path(path)
    if not path:
        raise ValueError("no path specified")
    slash, dot, dots, _ = _marks(path)
    start = dot if start is None else _path(start)
    _check_types("relpath", path, start)
    there = [c for c in abspath(path).split(slash) if c]
    here = [c for c in abspath(start).split(slash) if c]
    n = len(commonprefix([here, there]))
    return slash.join([dots] * (len(here) - n) + there[n:]) or dot
