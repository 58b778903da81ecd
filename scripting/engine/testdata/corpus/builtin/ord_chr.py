print(ord("a"), ord("€"), ord("😀"), chr(97), chr(0x20AC), chr(128512), ord(b"z"), repr(chr(0)), chr(True) == "\x01")
for call in ("ord('')", "ord('ab')", "ord(5)", "ord()", "chr(-1)", "chr(1114112)", "chr('a')", "chr(1.0)",
             "chr(10**10)", "ord(b'')", "ord(b'ab')"):
    try:
        eval(call)
    except (TypeError, ValueError, OverflowError) as e:
        print(call, "->", type(e).__name__, e)
print("".join(chr((ord(c) - 97 + 3) % 26 + 97) for c in "xyzabc"), [chr(c) for c in range(65, 70)], ord("\n"),
      ord("\\"))
