class Coalescer:
    def __init__(self, flush, limit=8):
        self.flush_to, self.limit, self.start, self.buf = flush, limit, None, bytearray()
    def write(self, offset, data):
        if self.start is not None and offset != self.start + len(self.buf):
            self.flush()
        if self.start is None:
            self.start = offset
        self.buf += data
        if len(self.buf) >= self.limit:
            self.flush()
        return len(data)
    def flush(self):
        if self.start is not None:
            self.flush_to(self.start, bytes(self.buf))
            self.start = None
            self.buf.clear()

writes = []
c = Coalescer(lambda *a: writes.append(a))
for offset, data in ((0, b"ab"), (2, b"cd"), (10, b"x"), (11, b"0123456789"), (3, b"z")):
    c.write(offset, data)
c.flush()
c.flush()
print(writes, sum(len(d) for _, d in writes))
try:
    c.write(0, "text")
except TypeError as e:
    print(e)
