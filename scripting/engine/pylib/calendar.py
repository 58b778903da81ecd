"""A few functions about the calendar: isleap, leapdays, weekday, monthrange, timegm.

Differs: there are no calendars to print.
"""

from _timefmt import DAYS, MONTHS, days_in_month, is_leap as isleap, timegm, to_ordinal

__all__ = [
    "isleap", "leapdays", "weekday", "monthrange", "timegm", "IllegalMonthError",
    "day_name", "day_abbr", "month_name", "month_abbr",
    "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY",
]  # fmt: skip

MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(7)

day_name = list(DAYS)
day_abbr = [d[:3] for d in DAYS]
month_name = [""] + list(MONTHS)
month_abbr = [m[:3] for m in month_name]


class IllegalMonthError(ValueError):
    """A month is not one of 1 to 12."""

    def __init__(self, month):
        self.month = month

    def __str__(self):
        return f"bad month number {self.month!r}; must be 1-12"


def leapdays(y1, y2):
    """Returns the number of leap years from y1 to before y2."""

    def before(year):
        return (year - 1) // 4 - (year - 1) // 100 + (year - 1) // 400

    return before(y2) - before(y1)


def weekday(year, month, day):
    """Returns the weekday, 0 for Monday."""
    return (to_ordinal(year, month, day) + 6) % 7


def monthrange(year, month):
    """Returns the weekday that a month begins with, and how many days it has."""
    if not 1 <= month <= 12:
        raise IllegalMonthError(month)
    return weekday(year, month, 1), days_in_month(year, month)
