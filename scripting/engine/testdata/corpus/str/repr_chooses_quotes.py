for s in ("a", "it's", 'say "x"', "both ' and \"", "back\\slash", "tab\tnl\ncr\r", "\0\x1b\x7f", "é€😀", ""):
    print(repr(s))
print(ascii("é€😀"), repr("'"), repr('"'), repr("\N{BULLET}"))
