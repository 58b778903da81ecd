from datetime import datetime, timezone, timedelta
d = datetime(2024, 2, 29, 13, 5, 9, 120000)
print(d.isoformat(), d.isoformat(" "), d.isoformat(timespec="seconds"), d.isoformat(timespec="milliseconds"),
      d.isoformat(timespec="minutes"))
print(d.replace(microsecond=0).isoformat(), d.replace(tzinfo=timezone.utc).isoformat())
for s in ("2024-02-29", "2024-02-29T13:05", "2024-02-29 13:05:09", "2024-02-29T13:05:09.120",
          "2024-02-29T13:05:09+02:30", "2024-02-29T13:05:09Z", "20240229"):
    print(s, "->", datetime.fromisoformat(s))
for bad in ("2024-2-29", "nonsense", "2024-02-30", "", "2024-02-29T25:00"):
    try:
        datetime.fromisoformat(bad)
    except ValueError as e:
        print(e)
