class Default(dict):
    def __missing__(self, key):
        return "<" + key + ">"

print("{a} {b}".format_map(Default(a=1)), "{x[0]}".format_map({"x": "yz"}))
try:
    "{a}".format_map({})
except KeyError as e:
    print(type(e).__name__, e)
try:
    "{}".format_map({})
except ValueError as e:
    print(type(e).__name__, e)
try:
    "{a}".format_map(5)
except TypeError as e:
    print(e)
