print(format(5), format(5, ""), format(5, "03"), format("a", ">3"), format(1.5, ".2f"), format(True),
      format(True, "d"), format(True, "5"))
for args in ((), (1, 2), (1, "d", 3), (1, None)):
    try:
        format(*args)
    except TypeError as e:
        print(e)
