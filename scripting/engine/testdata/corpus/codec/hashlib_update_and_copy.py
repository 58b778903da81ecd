import hashlib
h = hashlib.sha1()
h.update(b"ab")
c = h.copy()
h.update(b"c")
print(h.hexdigest(), h.hexdigest() == hashlib.sha1(b"abc").hexdigest(),
      c.hexdigest() == hashlib.sha1(b"ab").hexdigest(), h.digest().hex() == h.hexdigest())
h.update(bytearray(b"d"))
h.update(memoryview(b"e"))
print(h.hexdigest() == hashlib.sha1(b"abcde").hexdigest(), h.update(b""))
for bad in ("str", 5, None):
    try:
        hashlib.md5(bad)
    except TypeError as e:
        print(e)
try:
    hashlib.new("no-such-hash")
except ValueError as e:
    print(type(e).__name__, e)
try:
    h.update()
except TypeError as e:
    print(e)
