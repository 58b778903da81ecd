def t(x):
    print(f"[{x!r}]", end="")
    return x

print(t(0) and t(1), t(1) and t(2), t(0) or t(""), t("a") or t("b"))
print(t(0) and t(1) or t(2), t(1) or t(0) and t(5), not t(0) or t(3))
print([] or {} or () or "last", 1 and 2 and 0 and 3, None or 0, "" and 1 / 0, 1 or 1 / 0)
print(not [], not not 5, not None, (not 1) + 1, not 1 == 2, True and not False)
print(type(1 and "a").__name__, type(not "a").__name__)
