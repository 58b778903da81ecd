class Log:
    def __init__(self):
        self.a = 1
    def __setattr__(self, name, value):
        print("set", name, value)
        super().__setattr__(name, value)
    def __delattr__(self, name):
        print("del", name)
        super().__delattr__(name)

x = Log()
x.b, (x.c, x.d) = 2, (3, 4)
x.a += 10
del x.b
for x.e in range(2):
    pass
print(sorted(vars(x).items()))
try:
    del x.nope
except AttributeError as e:
    print(e)
