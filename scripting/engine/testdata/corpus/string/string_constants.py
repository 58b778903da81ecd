import string
print(string.ascii_letters, string.ascii_lowercase, string.ascii_uppercase, string.digits, string.hexdigits,
      string.octdigits)
print(string.punctuation, repr(string.whitespace), len(string.printable))
print("".join(c for c in "a1-B" if c in string.ascii_letters), set(string.digits) == set("0123456789"))
print(string.capwords("hello  big\tworld"), string.capwords("a-b-c", "-"), repr(string.capwords("")))
try:
    string.nothing
except AttributeError as e:
    print(e)
