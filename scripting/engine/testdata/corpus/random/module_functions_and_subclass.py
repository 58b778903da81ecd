import random
print(callable(random.random), isinstance(random.SystemRandom().random(), float),
      isinstance(random.betavariate(1, 1), float), 0 <= random.triangular(0, 1) <= 1)
class Fixed(random.Random):
    def random(self):
        return 0.5
f = Fixed()
print(f.random(), f.uniform(0, 10), f.expovariate(1) > 0, isinstance(f, random.Random),
      len(random.randbytes(5)), type(random.randbytes(1)).__name__)
mean = sum(random.Random(3).random() for _ in range(2000)) / 2000
print(0.45 < mean < 0.55, 0.4 < sum(random.Random(3).choice((0, 1)) for _ in range(2000)) / 2000 < 0.6)
