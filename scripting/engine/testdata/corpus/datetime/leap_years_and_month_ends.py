from datetime import date, timedelta
def month_end(y, m):
    return (date(y + m // 12, m % 12 + 1, 1) - timedelta(days=1)).day

print([month_end(2024, m) for m in range(1, 13)])
print([y for y in (1900, 2000, 2023, 2024, 2100) if month_end(y, 2) == 29])
d, fridays = date(2024, 1, 1), []
while d.year == 2024:
    if d.day == 13 and d.weekday() == 4:
        fridays.append(d.isoformat())
    d += timedelta(days=1)
print(fridays, d)
import calendar
print(calendar.isleap(2024), calendar.monthrange(2024, 2), calendar.timegm((1970, 1, 2, 0, 0, 0)))
