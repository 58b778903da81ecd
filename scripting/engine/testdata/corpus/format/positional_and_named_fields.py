print("{} {}".format(1, "a"), "{1} {0} {1}".format("x", "y"), "{a}-{b}".format(b=2, a=1))
print("{0} {k}".format("p", k="q"), "{{}} {{{0}}}".format(5), "".format(), "no fields".format(1, 2))
for call in (lambda: "{}".format(), lambda: "{2}".format(1), lambda: "{x}".format(y=1), lambda: "{} {0}".format(1),
             lambda: "{0} {}".format(1)):
    try:
        print(call())
    except (IndexError, KeyError, ValueError) as e:
        print(type(e).__name__, e)
