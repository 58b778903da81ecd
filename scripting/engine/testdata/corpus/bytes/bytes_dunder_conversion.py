class Packet:
    def __init__(self, body):
        self.body = body
    def __bytes__(self):
        return b"<" + self.body + b">"

print(bytes(Packet(b"x")))
class Bad:
    def __bytes__(self):
        return "str"
try:
    bytes(Bad())
except TypeError as e:
    print(e)
class Index:
    def __index__(self):
        return 2
print(bytes(Index()), bytearray(Index()), bytes([Index(), 3]))
