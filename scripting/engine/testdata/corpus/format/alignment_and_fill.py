print("[{:<6}] [{:>6}] [{:^6}] [{:*^7}] [{:=>5}]".format("a", "b", "c", "d", "e"))
print("[{:6}] [{:6}] [{:<6}] [{:^6}] [{:06}] [{:=6}] [{:x=6}]".format("s", 42, 42, 42, -42, -42, -42))
print("{:é^5}|{:{}<4}|{:{w}}".format("x", "y", "z", 1, w=3), "{:3}".format("long text"), "{:<<3}".format("a"))
for fmt, arg in (("{:=5}", "s"), ("{:^^^5}", "s"), ("{:05}", "s"), ("{:<05}", 7), ("{:>+5}", 7)):
    try:
        print("[" + fmt.format(arg) + "]")
    except ValueError as e:
        print(fmt, "->", e)
