from enum import Enum
class Kind(str, Enum):
    FILE = "file"
    DIR = "dir"

print(Kind.FILE, repr(Kind.FILE), Kind.FILE == "file", Kind.FILE.upper(), f"{Kind.FILE}", "%s" % Kind.DIR,
      Kind("dir"), {"file": 1}[Kind.FILE], "-".join(Kind), sorted(Kind), len(Kind.DIR), str(Kind.FILE),
      Kind.FILE + "x")
from enum import StrEnum, auto
class S(StrEnum):
    ALPHA = auto()
    BETA = "b!"
print(S.ALPHA, repr(S.ALPHA), f"{S.BETA}", S("alpha") is S.ALPHA, S.BETA == "b!", S.ALPHA.title())
try:
    class Bad(StrEnum):
        A = 5
except TypeError as e:
    print(e)
