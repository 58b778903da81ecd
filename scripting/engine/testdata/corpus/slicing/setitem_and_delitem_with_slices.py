class Log:
    def __setitem__(self, key, value):
        print("set", key, value)
    def __delitem__(self, key):
        print("del", key)

x = Log()
x[0] = 1
x[1:2] = [3]
x["a", 1:] = None
del x[5], x[::2], x["k"]
try:
    x[0]
except TypeError as e:
    print(type(e).__name__, e)
try:
    x[0] += 1
except TypeError as e:
    print(e)
