class C:
    def __str__(self):
        return "S"
    def __repr__(self):
        return "Ré"
    def __format__(self, spec):
        return f"<{spec}>"

c = C()
print(f"{c} {c!s} {c!r} {c!a} {c:spec} {c!s:>3} {c!r:*^6}", f"{'é'!a}", f"{3.0!r:>5}")
try:
    eval("f'{c!x}'")
except SyntaxError as e:
    print(type(e).__name__)
