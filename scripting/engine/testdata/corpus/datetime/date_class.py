from datetime import date
d = date(2024, 2, 29)
print(d, repr(d), d.isoformat(), d.weekday(), d.isocalendar(), d.toordinal(), date.fromordinal(738945),
      date.fromisoformat("2024-02-29"), d.replace(day=1))
print(date(2024, 12, 30).isocalendar()[:2], date(2021, 1, 3).isocalendar()[1], date.min, date.max,
      d.timetuple().tm_yday, d.ctime(), date.fromisocalendar(2024, 9, 4))
print([date(2024, m, 1).strftime("%b") for m in range(1, 13)], d < date(2024, 3, 1), d == date(2024, 2, 29))
for call in ("date(2023, 2, 29)", "date(2024, 0, 1)", "date(2024)", "date.fromisoformat('x')",
             "d.replace(year=2023)", "date.fromordinal(0)", "d.replace(month=13)"):
    try:
        eval(call)
    except (ValueError, TypeError) as e:
        print(call, "->", type(e).__name__, e)
