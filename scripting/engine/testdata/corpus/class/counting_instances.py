class Counted:
    alive = 0
    ids = iter(range(100, 200))
    def __init__(self):
        type(self).alive += 1
        self.id = next(self.ids)
    def close(self):
        Counted.alive -= 1

class Sub(Counted):
    alive = 10

a, b, c = Counted(), Counted(), Sub()
print(Counted.alive, Sub.alive, a.id, b.id, c.id)
b.close()
c.close()
print(Counted.alive, Sub.alive, c.alive)
