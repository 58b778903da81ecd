from datetime import time, timezone, datetime, date
t = time(13, 5, 9, 42)
print(t, repr(t), t.hour, t.isoformat(), time(1), repr(time(1, 2)), time.min, time.max, t.replace(hour=0),
      t.isoformat("minutes"), time(7, tzinfo=timezone.utc))
print(time.fromisoformat("12:30"), time(1) < time(2), time(1) == time(1, 0),
      datetime.combine(date(2024, 1, 2), t), bool(time(0)), f"{t:%H|%M}")
for call in ("time(24)", "time(0, 60)", "time('1')", "time.fromisoformat('25:00')", "time(1) + time(2)",
             "time(1) < 5"):
    try:
        eval(call)
    except (ValueError, TypeError) as e:
        print(call, "->", type(e).__name__, e)
