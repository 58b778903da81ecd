from enum import Enum
class Planet(Enum):
    MERCURY = (3.3e23, 2.4e6)
    EARTH = (6.0e24, 6.4e6)
    def __init__(self, mass, radius):
        self.mass, self.radius = mass, radius
    @property
    def density(self):
        return round(self.mass / self.radius**3)
    @classmethod
    def heaviest(cls):
        return max(cls, key=lambda p: p.mass)
    def __str__(self):
        return self.name.title()

print(Planet.EARTH, repr(Planet.EARTH), Planet.EARTH.mass, Planet.heaviest().name, Planet.MERCURY.density,
      f"{Planet.MERCURY}", Planet((6.0e24, 6.4e6)).radius, [str(p) for p in Planet])
try:
    class Bad(Enum):
        A = 1
        def __init__(self, a, b): pass
except TypeError as e:
    print(e)
