log = []
def mark(name):
    log.append("eval " + name)
    def deco(f):
        log.append("apply " + name)
        return f
    return deco

@mark("a")
@mark("b")
def f(x=log.append("default")):
    pass

print(log)
decos = [mark("c")]
@decos[0]
def g(): pass
@(lambda f: f)
class K: pass
print(log[3:], K.__name__)
