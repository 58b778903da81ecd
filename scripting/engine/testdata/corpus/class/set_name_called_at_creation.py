class Tracker:
    seen = []
    def __set_name__(self, owner, name):
        Tracker.seen.append((owner.__name__, name))

class A:
    first = Tracker()
    second = third = Tracker()

A.late = Tracker()
print(Tracker.seen)
class Bad:
    def __set_name__(self, owner, name):
        raise ValueError("refused")
try:
    class B:
        attr = Bad()
except RuntimeError as e:
    print(type(e).__name__, e, "|", repr(e.__cause__))
