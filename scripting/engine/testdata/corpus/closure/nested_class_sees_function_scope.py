def make(tag):
    class A:
        label = tag.upper()
        def get(self):
            return tag, self.label
        tag2 = [tag for _ in range(2)]
    tag += "!"
    return A

A = make("x")
print(A().get(), A.tag2)
def f():
    v = 1
    class C:
        v = 2
        def m(self):
            return v
        n = v
    return C().m(), C.n
print(f())
