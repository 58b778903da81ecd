print(b"aBc".upper(), b"aBc".lower(), b"hello world".title(), b"aBC".capitalize(), b"aB".swapcase())
print("é".encode().upper(), b"\xe9".lower())
for b in (b"", b"abc", b"A1", b"12", b" \t", b"Ab Cd", b"\xff"):
    print(b, [f() for f in (b.isalnum, b.isalpha, b.isascii, b.isdigit, b.islower, b.isupper, b.isspace, b.istitle)])
try:
    b"a".isalpha(1)
except TypeError as e:
    print(e)
