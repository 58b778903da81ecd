table = str.maketrans("abc", "xyz", "q")
print(table)
print("aqbqcd".translate(table))
print(str.maketrans({"a": "long", "b": None, 99: 0x43}))
print("abcd".translate(str.maketrans({"a": "long", "b": None, "c": 68})))
print("abc".translate({97: "1", 98: None}), "abc".translate([]))
for args in (("ab", "x"), ({"ab": 1},), (5,), ("a", "b", 3)):
    try:
        str.maketrans(*args)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
