import hashlib
print(hashlib.pbkdf2_hmac("sha256", b"password", b"salt", 10).hex())
print(hashlib.pbkdf2_hmac("sha1", b"p", b"s", 1, dklen=8).hex())
print(hashlib.blake2b(b"x", digest_size=8).hexdigest(), hashlib.blake2s(b"x", key=b"k", digest_size=4).hexdigest())
for call in (lambda: hashlib.pbkdf2_hmac("sha1", b"p", b"s", 0), lambda: hashlib.blake2b(digest_size=65),
             lambda: hashlib.pbkdf2_hmac("sha1", "p", b"s", 1)):
    try:
        call()
    except (ValueError, TypeError) as e:
        print(type(e).__name__)
