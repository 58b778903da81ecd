import binascii
print(binascii.b2a_base64(b"hello"), binascii.a2b_base64(b"aGVsbG8=\n"),
      binascii.b2a_base64(b"x", newline=False), binascii.a2b_base64("aGk="), binascii.a2b_base64(b"!aG k=?"))
print(binascii.crc32(b"hello"), binascii.crc32(b"lo", binascii.crc32(b"hel")), binascii.crc32(b""),
      binascii.crc_hqx(b"abc", 0))
for bad in (b"a", b"abc", b"abcde"):
    try:
        print(binascii.a2b_base64(bad))
    except binascii.Error as e:
        print(e)
for bad in (b"a=b=", b"ab==cd", b"a!b="):
    try:
        print(binascii.a2b_base64(bad, strict_mode=True))
    except binascii.Error as e:
        print(e)
