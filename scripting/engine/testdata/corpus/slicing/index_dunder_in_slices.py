class I:
    def __init__(self, n):
        self.n = n
    def __index__(self):
        return self.n

s = list(range(6))
print(s[I(2)], s[I(1):I(4)], s[::I(-2)], "abc"[I(-1)], s[True], s[True:False + 3])
class Bad:
    def __index__(self):
        return 1.5
try:
    s[Bad()]
except TypeError as e:
    print(e)
s[I(0)] = "set"
del s[I(1):I(5)]
print(s)
