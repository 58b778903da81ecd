class Recorder:
    def __getattr__(self, name):
        def method(*args, **kwargs):
            return (name, args, kwargs)
        return method

r = Recorder()
print(r.open("/x", 2), r.close(), r.a.__name__)
for op in ("len(r)", "r[0]", "r + 1", "r()", "iter(r)"):
    try:
        eval(op)
    except TypeError as e:
        print(e)
print(bool(r), r == r, str(r)[:2])
