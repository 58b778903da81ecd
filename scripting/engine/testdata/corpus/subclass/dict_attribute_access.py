class Attr(dict):
    def __getattr__(self, name):
        try:
            return self[name]
        except KeyError:
            raise AttributeError(name) from None
    def __setattr__(self, name, value):
        self[name] = value
    __delattr__ = dict.__delitem__

a = Attr(x=1)
a.y = 2
a["z"] = 3
del a.x
print(a, a.y, a.z, hasattr(a, "x"), getattr(a, "q", None), a.keys())
try:
    a.nope
except AttributeError as e:
    print(type(e).__name__, e, e.__cause__, e.__suppress_context__)
try:
    del a.nope
except KeyError as e:
    print(e)
