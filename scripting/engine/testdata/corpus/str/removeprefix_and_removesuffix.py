print("TestCase".removeprefix("Test"), "TestCase".removesuffix("Case"))
print("aaa".removeprefix("a"), "aaa".removesuffix("aa"), "abc".removeprefix(""), "abc".removesuffix(""))
print("abc".removeprefix("x"), "abc".removesuffix("abcd"), repr("abc".removeprefix("abc")))
for call in (lambda: "a".removeprefix(("a",)), lambda: "a".removesuffix(None)):
    try:
        call()
    except TypeError as e:
        print(e)
