def twice(f):
    def wrapper(*args, **kw):
        return f(*args, **kw), f(*args, **kw)
    return wrapper

@twice
def hello(name="x"):
    return "hi " + name

print(hello(), hello("bob"), hello.__name__)
@twice
@twice
def one():
    return 1
print(one())
@lambda f: "replaced"
def gone(): pass
print(gone)
