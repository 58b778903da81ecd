class Meta(type):
    def __iter__(cls):
        return iter(cls.members)
    def __getitem__(cls, i):
        return cls.members[i]
    def __contains__(cls, x):
        return x in cls.members
    def __repr__(cls):
        return "Nice" + cls.__name__
    def __add__(cls, other):
        return cls.__name__ + other.__name__
    def __getattr__(cls, name):
        return f"meta {name}"

class A(metaclass=Meta):
    members = (1, 2, 3)

print(list(A), A[1], 2 in A, 5 in A, A, repr(A), A + A, A.anything)
try:
    A().anything
except AttributeError as e:
    print(e)
