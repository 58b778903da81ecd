def inner():
    try:
        yield 1
        yield 2
    finally:
        print("inner closed")

def outer():
    try:
        yield from inner()
    finally:
        print("outer closed")

g = outer()
next(g)
g.close()
class It:
    def __iter__(self):
        return self
    def __next__(self):
        return "n"
def plain():
    yield from It()
p = plain()
print(next(p))
try:
    p.send(5)
except AttributeError as e:
    print(e)
