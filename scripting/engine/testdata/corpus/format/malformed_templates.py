for fmt in ("{", "}", "{0", "}{", "{0}}", "{{0}", "{:{}", "{0[0}", "{a{b}}", "{0:{1:{2}}}"):
    try:
        print(repr(fmt.format(1, 2, 3)))
    except (ValueError, KeyError, IndexError) as e:
        print(fmt, "->", type(e).__name__, e)
