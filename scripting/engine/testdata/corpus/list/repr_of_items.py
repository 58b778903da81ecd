class P:
    def __repr__(self):
        return "<P>"
    def __str__(self):
        return "str"

print([P(), "a'b", 'a"b', b"x", None, 1.0, 1e100, (1,)])
print(str([P()]), f"{[P()]}", "%s" % [P()])
class Broken:
    def __repr__(self):
        return 5
try:
    print([Broken()])
except TypeError as e:
    print(e)
