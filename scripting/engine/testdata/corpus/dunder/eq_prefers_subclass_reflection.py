class A:
    def __eq__(self, other):
        print("A.eq")
        return NotImplemented
    def __lt__(self, other):
        print("A.lt")
        return "A<"

class B(A):
    def __eq__(self, other):
        print("B.eq")
        return NotImplemented
    def __gt__(self, other):
        print("B.gt")
        return "B>"

a, b = A(), B()
print(a == b, b == a, a < b, b < a)
print(a == 5)
