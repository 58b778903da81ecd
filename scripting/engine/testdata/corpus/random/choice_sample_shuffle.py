import random
r = random.Random(1)
items = list("abcdefgh")
print(r.choice(items) in items, sorted(r.sample(items, 8)) == items, len(set(r.sample(range(100), 10))),
      r.choice("x"), set(r.choices("ab", k=20)) <= {"a", "b"}, len(r.choices([1], k=3)))
copy = items[:]
print(r.shuffle(copy), sorted(copy) == items, r.sample(items, 0), r.choices("ab", [1, 0], k=3),
      r.choices("ab", cum_weights=[0, 1], k=2))
for call in ("r.choice([])", "r.sample([1], 2)", "r.sample({1, 2}, 1)", "r.sample([1], -1)",
             "r.choices([], k=1)", "r.choices('ab', [1], k=1)", "r.shuffle((1, 2))", "r.choices('ab', [0, 0])"):
    try:
        eval(call)
    except (IndexError, ValueError, TypeError) as e:
        print(call, "->", type(e).__name__, e)
