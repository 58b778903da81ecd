print("ab" + "cd", "ab" * 3, 2 * "x", "a" * 0 == "", "a" * -3 == "", "a" "b" 'c')
for action in ("'a' + 1", "1 + 'a'", "'a' * 'b'", "'a' * 1.0", "'a' - 'b'", "'a' + None", "'a' + b'b'", "-'a'"):
    try:
        eval(action)
    except TypeError as e:
        print(action, "->", e)
s = t = "x"
s += "y"
print(s, t)
try:
    "x" * 2**63
except OverflowError as e:
    print(e)
