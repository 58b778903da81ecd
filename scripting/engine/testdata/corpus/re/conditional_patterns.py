import re
p = re.compile(r"(<)?(\w+)(?(1)>|$)")
print([bool(p.fullmatch(s)) for s in ("<a>", "a", "<a", "a>")], p.match("<a>").groups())
q = re.compile(r"(?P<quote>')?x(?(quote)'|!)")
print([bool(q.fullmatch(s)) for s in ("'x'", "x!", "'x", "x'")])
for bad in ("(?(1)a|b|c)", "(?(zz)a)", "(?(0)a)", "(a)(?(1"):
    try:
        re.compile(bad)
        print(bad, "compiles")
    except re.error as e:
        print(bad, "->", e)
