class T:
    def __init__(self, n):
        self.n = n
    def __lt__(self, other):
        print(f"{self.n}<{other.n}", end=" ")
        return self.n < other.n
    def __eq__(self, other):
        print(f"{self.n}=={other.n}", end=" ")
        return self.n == other.n

def make(n):
    print(f"make{n}", end=" ")
    return T(n)

print(make(1) < make(2) < make(3))
print(make(2) < make(1) < make(3))
print(make(1) == make(1) < make(0))
