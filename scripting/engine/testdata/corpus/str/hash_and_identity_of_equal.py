a = "".join(["a", "b"])
print(hash(a) == hash("ab"), {a: 1}["ab"], a in {"ab"}, a == "ab", hash("") == hash(""))
print(isinstance("a", str), type("a") is str, "a".__class__.__name__)
print(str.upper("x"), str.join("-", ["a", "b"]), list(map(str.strip, [" a ", "b "])))
try:
    str.upper(5)
except TypeError as e:
    print(e)
try:
    str.join("-")
except TypeError as e:
    print(e)
