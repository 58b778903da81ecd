print("{:.3}|{:.0}|{:10.2}|{:>5.1}|{:^7.3s}|{:s}".format("abcdef", "abc", "abcdef", "xyz", "abcdef", "s"))
print("{:.10}|{!r:.3}|{:.1}".format("ab", "xyz", "é"))
for fmt in ("{:.}", "{:.-1}", "{:d}", "{:.2f}", "{:#}", "{: }", "{:5.5.5}", "{:ss}"):
    try:
        print(fmt.format("abc"))
    except ValueError as e:
        print(fmt, "->", e)
