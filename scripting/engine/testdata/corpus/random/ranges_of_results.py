import random
r = random.Random(42)
print(all(0 <= r.random() < 1 for _ in range(100)), all(1 <= r.randint(1, 6) <= 6 for _ in range(100)),
      all(r.randrange(0, 10, 5) in (0, 5) for _ in range(50)))
print(all(2 <= r.uniform(2, 3) <= 3 for _ in range(50)), r.randint(4, 4), r.randrange(1),
      0 <= r.getrandbits(8) < 256, r.getrandbits(0), isinstance(r.gauss(0, 1), float))
for call in ("r.randint(2, 1)", "r.randrange(0)", "r.randrange(1, 1)", "r.randrange(1, 10, 0)", "r.getrandbits(-1)"):
    try:
        eval(call)
    except ValueError as e:
        print(call, "->", str(e).split(" (")[0])
