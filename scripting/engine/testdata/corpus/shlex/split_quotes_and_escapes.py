import shlex
for s in ("a b  c", "a 'b c' \"d e\"", r"a\ b c\\", "'it''s'", '"a\\"b" \'c\\d\'', "", "  ", "a=\"b c\"d",
          "x ''", "# not comment", "é 東", "a;b|c", "\"multi\nline\""):
    print(repr(s), shlex.split(s))
for bad in ("'open", '"open', "end\\"):
    try:
        shlex.split(bad)
    except ValueError as e:
        print(repr(bad), "->", e)
