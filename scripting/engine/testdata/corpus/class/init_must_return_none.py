class A:
    def __init__(self):
        return 5

try:
    A()
except TypeError as e:
    print(e)
class B:
    pass
for call in (lambda: B(1), lambda: B(x=1), lambda: object(1), lambda: B.__init__()):
    try:
        call()
    except TypeError as e:
        print(e)
class C:
    def __init__(self, a, b=2):
        pass
for call in (lambda: C(), lambda: C(1, 2, 3), lambda: C(1, c=2), lambda: C(1, a=2)):
    try:
        call()
    except TypeError as e:
        print(e)
