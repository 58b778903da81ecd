for action in ("1 + 'a'", "1 - []", "1 * {}", "1 / None", "1 // 'a'", "1 % 'a'", "1 ** 'a'", "-None", "+'a'", "~'a'",
               "divmod(1, 'a')", "abs('a')", "1 @ 2", "None + None", "[] < 1", "1.5 + ''", "{} + {}", "len + 1"):
    try:
        eval(action)
    except TypeError as e:
        print(action, "->", e)
