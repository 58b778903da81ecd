class A:
    @property
    def broken(self):
        return self.nothing

class B(A):
    def __getattr__(self, name):
        return f"fallback {name}"

try:
    A().broken
except AttributeError as e:
    print(e)
print(B().broken, B().other)
print(hasattr(A(), "broken"), getattr(A(), "broken", "default"))
