from datetime import timedelta
t = timedelta(days=1, hours=25, minutes=61, seconds=61, milliseconds=1500, microseconds=5)
print(t, repr(t), t.days, t.seconds, t.microseconds, t.total_seconds())
print(timedelta(-1), repr(timedelta(seconds=-1)), timedelta(hours=-1), timedelta(0), repr(timedelta()),
      timedelta(weeks=1), timedelta(0.5), str(timedelta(microseconds=1)))
print(t * 2, t / 2, t // 7, t // timedelta(hours=1), t % timedelta(hours=1), divmod(t, timedelta(days=1)),
      t / timedelta(days=1), -t, abs(-t) == t, 1.5 * timedelta(2))
print(timedelta(1) == timedelta(hours=24), timedelta(1) > timedelta(0), bool(timedelta(0)),
      sum([timedelta(1)] * 3, timedelta()), timedelta.max, timedelta.resolution)
for action in ("timedelta(1) + 1", "timedelta(1) * timedelta(1)", "timedelta(10**10)", "timedelta('1')",
               "timedelta(1) / 0", "timedelta(1) < 5", "timedelta(1, foo=2)"):
    try:
        eval(action)
    except (TypeError, OverflowError, ZeroDivisionError) as e:
        print(action, "->", type(e).__name__, e)
