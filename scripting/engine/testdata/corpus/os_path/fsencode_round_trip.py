import os
raw = b"caf\xe9/\xff"
name = os.fsdecode(raw)
print(ascii(name), os.fsencode(name) == raw, os.fsencode("é"), os.fsdecode("already str"), os.fsencode(b"x"))
for bad in (5, None):
    try:
        os.fsencode(bad)
    except TypeError as e:
        print(e)
print(os.path.basename(raw), ascii(os.path.basename(name)))
