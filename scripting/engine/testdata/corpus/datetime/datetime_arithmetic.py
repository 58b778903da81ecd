from datetime import datetime, timedelta, date
d = datetime(2024, 2, 28, 23, 30)
print(d + timedelta(hours=1), d - timedelta(days=60), d + timedelta(1), timedelta(minutes=30) + d)
print(datetime(2024, 3, 1) - d, (datetime(2024, 3, 1) - d).total_seconds(), d - datetime(2025, 1, 1))
print(date(2024, 2, 28) + timedelta(days=2), date(2024, 3, 1) - date(2023, 3, 1),
      date(2024, 1, 1) + timedelta(hours=23))
for action in ("d + 1", "d + d", "d - 5", "1 - d", "date(2024, 1, 1) - d", "d * 2", "datetime.max + timedelta(1)"):
    try:
        print(eval(action))
    except (TypeError, OverflowError) as e:
        print(action, "->", type(e).__name__, e)
