print("\x41\u00e9\U0001F600\N{EURO SIGN}\101\0".encode())
print(r"\n\x41", len(r"\n"), R"a\\b", len("\
"), 'a\'b', "a\
b")
print("""two
lines""", '''"quoted"''', len("""
"""))
print(b"\x00\n\\".hex(), len(rb"\x00"), "\a\b\f\v".encode())
