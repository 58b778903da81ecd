from datetime import datetime, date, timezone, timedelta
a, b = datetime(2024, 1, 1), datetime(2024, 1, 2)
print(a < b, a == datetime(2024, 1, 1, 0, 0), max(a, b), sorted([b, a])[0] is a,
      hash(a) == hash(datetime(2024, 1, 1)), {a: 1}[datetime(2024, 1, 1)])
u = datetime(2024, 1, 1, 12, tzinfo=timezone.utc)
v = datetime(2024, 1, 1, 14, tzinfo=timezone(timedelta(hours=2)))
print(u == v, u - v, hash(u) == hash(v), a == u, a != u, a == date(2024, 1, 1), isinstance(a, date))
for action in ("a < u", "a < date(2024, 1, 1)", "a < 5", "a - u"):
    try:
        print(eval(action))
    except TypeError as e:
        print(action, "->", e)
