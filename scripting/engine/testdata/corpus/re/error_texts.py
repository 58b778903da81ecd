import re
for bad in ("(", ")", "[", "*", "a**", "a{2,1}", "(?P<1a>x)", "(?P<a>x)(?P<a>y)", "(?<n>x)", "\\", "[z-a]",
            "(?z)", "(?P<a", "a++b", "(?", "(?#", "\\q", "[\\q]", "x{,", "(?P>a)", "(?i", "(a)(?(2)b)",
            "\\x1", "+", "a|*"):
    try:
        re.compile(bad)
        print(repr(bad), "compiles")
    except re.error as e:
        print(repr(bad), "->", e.msg, "|", e.pos, "|", e)
