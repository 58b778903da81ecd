class Tags(set):
    def shout(self):
        return sorted(t.upper() for t in self)

t = Tags("ab")
print(t.shout(), isinstance(t, set), type(t | {"c"}).__name__, type(t.copy()).__name__)
t |= {"d"}
print(type(t).__name__, t.shout(), len(t))
class F(frozenset):
    pass
print(type(F("a") | F("b")).__name__, type(F([1]).copy()).__name__, F([1]) == {1})
