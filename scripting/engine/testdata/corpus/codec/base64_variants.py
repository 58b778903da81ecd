import base64
data = bytes(range(250, 256)) + b"?>"
print(base64.b64encode(data), base64.urlsafe_b64encode(data), base64.standard_b64encode(b"a"),
      base64.b64encode(data, b"-_"), base64.b64encode(b""))
print(base64.b64decode("aGVsbG8="), base64.urlsafe_b64decode("--__"), base64.b64decode(b"aG\nVs bG8="),
      base64.b64decode("aGk=", validate=True))
print(base64.b32encode(b"hello!"), base64.b32decode("NBSWY3DP"), base64.b32decode("nbswy3dp", casefold=True),
      base64.b16encode(b"hi"), base64.b16decode("6869"), base64.b16decode("6a", True))
print(base64.b85encode(b"hello"), base64.b85decode(b"Xk~0{Zv"), base64.a85encode(b"hello\0\0\0\0"),
      base64.encodebytes(b"x" * 60))
