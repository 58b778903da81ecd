for fmt in ("%", "%z", "abc%", "%5", "%(a", "%(a)", "% ", "%-", "%.d", "%ld", "%hd", "%5.d|", "%!", "%é"):
    try:
        print(repr(fmt), "->", fmt % 1)
    except (ValueError, TypeError) as e:
        print(repr(fmt), "->", type(e).__name__, e)
