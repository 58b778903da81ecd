a = [1]
b = a
print(a is b, a is not b.copy(), a == [1], None is None, True is True, () == [])
class Eq:
    def __eq__(self, other):
        return True
e = Eq()
print(e == None, e is None, None == e, e != None, e is e, [e] == [5], e in [])
x = y = object()
print(x is y, x == y, x is not object(), type(x) is object, id(x) == id(y))
print(not a is b, a is b is b, (a is b) == True)
