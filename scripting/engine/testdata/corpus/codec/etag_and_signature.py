import base64, hashlib, hmac
def etag(data):
    return '"' + base64.urlsafe_b64encode(hashlib.sha256(data).digest()[:9]).decode().rstrip("=") + '"'
def sign(secret, fields):
    msg = "&".join(f"{k}={v}" for k, v in sorted(fields.items()))
    return msg + "&sig=" + hmac.new(secret, msg.encode(), "sha1").hexdigest()[:12]
def verify(secret, text):
    msg, _, sig = text.rpartition("&sig=")
    return hmac.compare_digest(sign(secret, dict(p.split("=") for p in msg.split("&"))), text)
s = sign(b"s3cret", {"b": 2, "a": 1})
print(etag(b""), etag(b"abc"), s, verify(b"s3cret", s), verify(b"other", s))
try:
    verify(b"x", "junk")
except ValueError as e:
    print(e)
