from datetime import datetime
d = datetime(2024, 2, 29, 13, 5, 9, 123456)
print(d, repr(d), d.year, d.month, d.day, d.hour, d.minute, d.second, d.microsecond, d.tzinfo)
print(datetime(2024, 1, 1), repr(datetime(2024, 1, 1)), repr(datetime(2024, 1, 1, 0, 0, 5)), str(datetime(1, 1, 1)))
print(d.date(), d.time(), d.weekday(), d.isoweekday(), tuple(d.isocalendar()), d.timetuple()[:8], d.toordinal())
print(datetime.min, datetime.max, d.replace(year=2023, day=1), d.ctime())
for args in ((2024, 2, 30), (2023, 2, 29), (2024, 13, 1), (0, 1, 1), (2024, 1, 1, 24), (2024, 1, 1, 0, 60),
             (10000, 1, 1), (2024,), ("x", 1, 1)):
    try:
        datetime(*args)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
