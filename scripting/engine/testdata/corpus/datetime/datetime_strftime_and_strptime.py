from datetime import datetime, date, time
d = datetime(2024, 3, 5, 7, 8, 9, 42)
print(d.strftime("%Y-%m-%d %H:%M:%S.%f"), d.strftime("%a %d %b %y %I%p %j"), f"{d:%Y/%m}",
      "{:%H-%M}".format(d), format(d), repr(d.strftime("")))
print(date(2024, 3, 5).strftime("%d.%m.%Y %H"), time(7, 8).strftime("%H:%M"), f"{date(2024, 3, 5)}",
      f"{d!r:.12}", d.strftime("%z|%Z|%%"))
print(datetime.strptime("05/03/24 07:08", "%d/%m/%y %H:%M"),
      datetime.strptime("2024-03-05T07:08:09.5", "%Y-%m-%dT%H:%M:%S.%f"))
print(repr(datetime.strptime("12:00 +0130", "%H:%M %z").tzinfo), datetime.strptime("Mar 5 2024", "%b %d %Y").date())
for text, fmt in (("x", "%Y"), ("2024-02-30", "%Y-%m-%d"), ("2024 extra", "%Y")):
    try:
        datetime.strptime(text, fmt)
    except ValueError as e:
        print(e)
