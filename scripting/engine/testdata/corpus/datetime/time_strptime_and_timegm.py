import time, calendar
t = time.strptime("2024-02-29 13:05:09", "%Y-%m-%d %H:%M:%S")
print(t[:9], calendar.timegm(t), time.gmtime(calendar.timegm(t))[:6])
print(time.strptime("5 Mar 99", "%d %b %y")[:3], time.strptime("11:30 PM", "%I:%M %p")[3:5])
for text, fmt in (("2024-13-01", "%Y-%m-%d"), ("2024", "%Y-%m"), ("2024-01-01x", "%Y-%m-%d"), ("a", "%q")):
    try:
        time.strptime(text, fmt)
    except ValueError as e:
        print(e)
