class A:
    def __str__(self):
        return "strA"
    def __repr__(self):
        return "reprÄ"

a = A()
print("%s %r %a %10s|%-10r|%.2s" % (a, a, a, a, a, a), "%s" % [a])
print("%s %s %s" % (None, True, b"x"), "%r %r" % ("it's", b"'"), "%5s|%5r" % ("é", "é"))
class Bad:
    def __str__(self):
        raise RuntimeError("no str")
try:
    "%s" % Bad()
except RuntimeError as e:
    print(e)
