from datetime import datetime, timezone, timedelta
u = datetime(2024, 1, 1, 12, 0, tzinfo=timezone.utc)
tz = timezone(timedelta(hours=5, minutes=45), "NPT")
print(u, repr(u), u.utcoffset(), u.tzname(), u.astimezone(tz), u.astimezone(tz).tzname(), u.dst())
print(timezone.utc, repr(timezone.utc), tz, repr(tz), timezone(timedelta(hours=-3)),
      timezone(timedelta(0)) == timezone.utc)
print(u.timestamp(), datetime.fromtimestamp(1700000000, timezone.utc), datetime.utcfromtimestamp(0),
      datetime.fromtimestamp(1.5, tz), u.replace(tzinfo=None))
print(datetime(1970, 1, 2, tzinfo=timezone.utc).timestamp(), datetime(1969, 12, 31, tzinfo=timezone.utc).timestamp())
for bad in (24, -24):
    try:
        timezone(timedelta(hours=bad))
    except ValueError as e:
        print(e)
try:
    timezone(5)
except TypeError as e:
    print(e)
