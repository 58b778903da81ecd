import hashlib
for name in ("md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_256", "blake2b", "blake2s"):
    h = getattr(hashlib, name)(b"windlass")
    print(name, h.hexdigest()[:16], h.digest_size, h.block_size, h.name, len(h.digest()))
print(hashlib.sha256().hexdigest()[:8],
      hashlib.new("sha256", b"a").hexdigest() == hashlib.sha256(b"a").hexdigest(),
      "md5" in hashlib.algorithms_guaranteed)
