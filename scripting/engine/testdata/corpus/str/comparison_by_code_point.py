print("a" < "b", "A" < "a", "a" < "aa", "" < "a", "é" > "z", "10" < "9", "😀" > "\uffff")
print("a" == "a", "a" != "A", "a" == b"a", "a" == 97, "é" == "e\u0301")
print(sorted(["b", "B", "a", "_", "1", "é"]), max("hello"), min("hello"))
for op in ("<", ">="):
    try:
        print(eval(f"'a' {op} 1"))
    except TypeError as e:
        print(e)
