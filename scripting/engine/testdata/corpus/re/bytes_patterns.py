import re
print(re.findall(rb"\w+", b"ab cd"), re.sub(rb"\d", b"#", b"a1b2"), re.match(b"(?P<k>.)", b"xy").groupdict(),
      re.split(b"-", b"a-b"), re.search(rb"\xff", b"a\xff").span())
print(re.findall(rb"\w", "é".encode()), re.compile(b"[a-z]+", re.I).fullmatch(b"ABC").group(),
      re.sub(b"(a)", rb"<\1>", bytearray(b"banana")), re.escape(b"\x00."))
for call in (lambda: re.sub(b"a", "b", b"a"), lambda: re.match("a", b"a"), lambda: re.match(b"a", "a"),
             lambda: re.findall("a", bytearray(b"a"))):
    try:
        call()
    except TypeError as e:
        print(e)
