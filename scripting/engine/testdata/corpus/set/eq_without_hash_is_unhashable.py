class Eq:
    def __eq__(self, other):
        return True

try:
    {Eq()}
except TypeError as e:
    print(type(e).__name__, e)
print(Eq.__hash__)
class Back(Eq):
    __hash__ = object.__hash__
print(len({Back(), Back()}) in (1, 2), callable(Back.__hash__))
