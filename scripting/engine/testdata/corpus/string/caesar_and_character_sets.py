import string
def caesar(text, k):
    a = string.ascii_lowercase
    table = str.maketrans(a + a.upper(), a[k:] + a[:k] + a.upper()[k:] + a.upper()[:k])
    return text.translate(table)
secret = caesar("Hello, World!", 3)
print(secret, caesar(secret, 23), caesar("", 5))
print("".join(c for c in "it's 5 o'clock!" if c not in string.punctuation),
      all(c in string.hexdigits for c in "beef12"))
print(sorted(set(string.printable) - set(string.ascii_letters + string.digits + string.punctuation)))
try:
    caesar(5, 1)
except AttributeError as e:
    print(e)
