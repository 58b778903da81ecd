g = "global"
def outer():
    n = "outer"
    def inner():
        return f"{n} {g} {[n for _ in range(2)]}"
    return inner()

print(outer())
class A:
    y = 4
    text = f"{y}"
    def m(self):
        return f"{self.y} {__class__.__name__}"
print(A.text, A().m())
try:
    f"{undefined}"
except NameError as e:
    print(e)
