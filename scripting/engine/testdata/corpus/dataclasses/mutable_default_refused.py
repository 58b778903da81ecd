from dataclasses import dataclass
for kind in ("[]", "{}", "set()"):
    try:
        exec(f"@dataclass\nclass A:\n    x: type = {kind}")
    except ValueError as e:
        print(type(e).__name__, e)
try:
    @dataclass
    class B:
        a: int = 1
        b: int
except TypeError as e:
    print(e)
@dataclass
class C:
    t: tuple = ()
    plain = []
    f: frozenset = frozenset()
print(C(), C.plain)
