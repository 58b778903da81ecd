class Squares:
    def __getitem__(self, i):
        print("get", i)
        if i >= 3:
            raise IndexError("stop")
        return i * i

s = Squares()
print(list(s))
print(4 in s, 7 in s)
a, b, c = s
print(a, b, c, max(s))
try:
    len(s)
except TypeError as e:
    print(e)
try:
    reversed(s)
except TypeError as e:
    print(e)
