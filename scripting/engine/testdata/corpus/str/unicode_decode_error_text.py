for raw, codec in ((b"a\xffb", "utf-8"), (b"\xe2\x82", "utf-8"), (b"\xc3(", "utf-8"), (b"\x80", "ascii"),
                   (b"\xed\xa0\x80", "utf-8"), (b"\xf5\x80", "utf-8"), (b"\xc0\x80", "utf-8")):
    try:
        raw.decode(codec)
    except UnicodeDecodeError as e:
        print(e, "|", e.start, e.end, e.reason)
