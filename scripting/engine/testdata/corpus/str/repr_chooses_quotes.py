for s in ("a", "it's", 'say "x"', "both ' and \"", "back\\slash", "tab\tnl\ncr\r", "\0\x1b\x7f", "é€😀", ""):
    print(repr(s))
print(ascii("é€😀"), repr("'"), repr('"'), repr("\N{BULLET}"))
print([repr(chr(c)) for c in (0, 9, 31, 39, 34, 92, 127, 160, 173, 255, 0x378, 0xd800, 0xffff, 0x10ffff)])
print(str(["it's", '"', "\\"]), ascii(["é"]))
