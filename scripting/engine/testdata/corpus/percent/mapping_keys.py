d = {"a": 1, "b c": "x", "": "empty", "p(q)": 7}
print("%(a)d %(b c)s %()s %(a)05.1f %(p(q))s" % d, "%(a)s %%" % d, "no keys" % d)
class Default(dict):
    def __missing__(self, key):
        return "<%s>" % key
print("%(x)s-%(y)5s|" % Default())
for fmt, arg in (("%(z)s", d), ("%(a)s", 5), ("%(a)s", ("x",)), ("%(a)s %s", d), ("%s %(a)s", d)):
    try:
        print(fmt % arg)
    except (KeyError, TypeError) as e:
        print(fmt, "->", type(e).__name__, e)
