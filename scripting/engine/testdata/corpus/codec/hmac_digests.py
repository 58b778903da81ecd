import hmac, hashlib
m = hmac.new(b"key", b"message", hashlib.sha256)
print(m.hexdigest(), m.digest_size, m.block_size, m.name)
m.update(b" more")
print(m.hexdigest()[:16], hmac.new(b"key", b"message more", "sha256").hexdigest()[:16],
      hmac.digest(b"k", b"m", "md5").hex())
print(hmac.compare_digest(b"a", b"a"), hmac.compare_digest("a", "b"), hmac.compare_digest(b"abc", b"ab"),
      m.copy().digest() == m.digest())
for args in ((b"k", b"m"), ("k", b"m", "sha1"), (b"k", "m", "sha1")):
    try:
        hmac.new(*args)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
try:
    hmac.compare_digest("é", "é")
except TypeError as e:
    print(e)
