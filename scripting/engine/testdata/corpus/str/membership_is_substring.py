print("bc" in "abcd", "" in "abc", "" in "", "ac" in "abc", "x" not in "abc")
for bad in (1, None, b"a", ["a"]):
    try:
        bad in "abc"
    except TypeError as e:
        print(type(e).__name__, e)
print("abc".__contains__("b"))
