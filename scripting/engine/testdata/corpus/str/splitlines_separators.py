s = "a\nb\r\nc\rd\x0be\x0cf\x1cg\x85h\u2028i\n"
print(s.splitlines())
print("a\n\nb".splitlines(True), "".splitlines(), "\n".splitlines(), "a".splitlines(keepends=True))
print("a\r\n".splitlines(True), "a\n\r".splitlines(True))
print("x\ny".split("\n"), "x\ny\n".split("\n"))
