"""Calendar and texts of times, for modules time, datetime and calendar.

What is here belongs to module time: struct_time, gmtime, localtime, mktime,
asctime, ctime, strftime, strptime. The time zone is UTC and the locale is C.

format_time and parse_time do the work for datetime too. Years are those of the
proleptic Gregorian calendar; day 1 is 0001-01-01.
"""

import re

from functools import lru_cache
from time import time as _now

from _named import Named

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
# The days before each month of a year that is no leap year.
_BEFORE = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_LENGTH = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_EPOCH = 719163


def is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year, month):
    return 29 if month == 2 and is_leap(year) else _LENGTH[month]


def day_of_year(year, month, day):
    return _BEFORE[month] + day + (month > 2 and is_leap(year))


def to_ordinal(year, month, day):
    """The number of a day."""
    y = year - 1
    return y * 365 + y // 4 - y // 100 + y // 400 + day_of_year(year, month, day)


def from_ordinal(n):
    """The year, month and day of a number."""
    # 400 years have 146097 days. A first guess of the year is one too high at most.
    year = (n - 1) * 400 // 146097 + 1
    first = to_ordinal(year, 1, 1)
    if first > n:
        year -= 1
        first = to_ordinal(year, 1, 1)
    elif n - first >= 365 + is_leap(year):
        first += 365 + is_leap(year)
        year += 1
    rest = n - first
    month = rest // 31 + 1
    while month < 12 and rest >= _BEFORE[month + 1] + (month > 1 and is_leap(year)):
        month += 1
    return year, month, rest - _BEFORE[month] - (month > 2 and is_leap(year)) + 1


def iso_week1(year):
    """The number of the Monday that the first ISO week of a year begins with."""
    first = to_ordinal(year, 1, 1)
    weekday = (first + 6) % 7
    return first - weekday + (7 if weekday > 3 else 0)


def iso_calendar(year, month, day):
    """The ISO year, week and weekday (1 to 7) of a day."""
    n = to_ordinal(year, month, day)
    if n >= iso_week1(year + 1):
        year += 1
    elif n < iso_week1(year):
        year -= 1
    weeks, weekday = divmod(n - iso_week1(year), 7)
    return year, weeks + 1, weekday + 1


_FIELDS = ("tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst")


class struct_time(tuple, metaclass=Named, dotted="time.struct_time"):
    """The nine numbers of a time, with names, and its zone."""

    n_fields = 11
    n_sequence_fields = 9
    n_unnamed_fields = 0
    __match_args__ = _FIELDS

    def __new__(cls, sequence, zones=None):
        if not hasattr(sequence, "__iter__"):
            raise TypeError("constructor requires a sequence")
        values = tuple(sequence)
        if len(values) < 9:
            raise TypeError(f"time.struct_time() takes an at least 9-sequence ({len(values)}-sequence given)")
        if len(values) > 11:
            raise TypeError(f"time.struct_time() takes an at most 11-sequence ({len(values)}-sequence given)")
        self = tuple.__new__(cls, values[:9])
        zone = values[9:] or ((zones or {}).get("tm_zone"), (zones or {}).get("tm_gmtoff"))
        self.__dict__["_zone"] = (zone + (None,))[:2]
        return self

    @property
    def tm_zone(self):
        return self._zone[0]

    @property
    def tm_gmtoff(self):
        return self._zone[1]

    def __setattr__(self, name, value):
        if name in _FIELDS or name in ("tm_zone", "tm_gmtoff"):
            raise AttributeError("readonly attribute")
        raise AttributeError(f"'time.struct_time' object has no attribute {name!r}")

    def __repr__(self):
        return f"time.struct_time({', '.join([f'{n}={v!r}' for n, v in zip(_FIELDS, self)])})"

    def __reduce__(self):
        return type(self), (tuple(self) + self._zone,)


def _field(i):
    return property(lambda self: self[i])


for _i, _name in enumerate(_FIELDS):
    setattr(struct_time, _name, _field(_i))


def _seconds(secs):
    """The argument of gmtime and its like."""
    if secs is None:
        return int(_now())
    if isinstance(secs, float):
        if secs != secs:
            raise ValueError("Invalid value NaN (not a number)")
        secs = secs // 1
    elif not hasattr(secs, "__index__"):
        raise TypeError(f"{type(secs).__name__!r} object cannot be interpreted as an integer")
    if not -(1 << 63) <= secs < 1 << 63:
        raise OverflowError("timestamp out of range for platform time_t")
    return int(secs)


def _broken_down(secs, zone):
    days, rest = divmod(_seconds(secs), 86400)
    year, month, day = from_ordinal(days + _EPOCH)
    if not -(1 << 31) <= year < 1 << 31:
        raise OverflowError(75, "Value too large for defined data type")
    clock = rest // 3600, rest // 60 % 60, rest % 60
    weekday = (days + _EPOCH + 6) % 7
    return struct_time((year, month, day) + clock + (weekday, day_of_year(year, month, day), 0, zone, 0))


def gmtime(secs=None, /):
    """Returns the time of a number of seconds since 1970."""
    return _broken_down(secs, "GMT")


def localtime(secs=None, /):
    """Returns the local time, which is UTC."""
    return _broken_down(secs, "UTC")


def timegm(t):
    """Returns the seconds since 1970 of the first six numbers of a time."""
    year, month, day, hour, minute, second = t[:6]
    return ((to_ordinal(year, month, 1) + day - 1 - _EPOCH) * 24 + hour) * 3600 + minute * 60 + second


def mktime(t, /):
    """Returns the seconds since 1970 of a local time."""
    year, month, *rest = _checked(t, "mktime", False)
    return float(timegm([year + (month - 1) // 12, (month - 1) % 12 + 1] + rest))


def asctime(t=None, /):
    """Returns a time as in Thu Feb 29 00:00:00 2024."""
    t = localtime() if t is None else _checked(t, "asctime", True)
    return f"{DAYS[t[6]][:3]} {MONTHS[t[1] - 1][:3]}{t[2]:3d} {t[3]:02d}:{t[4]:02d}:{t[5]:02d} {t[0]}"


def ctime(secs=None, /):
    """Returns the text of a number of seconds since 1970."""
    return asctime(localtime(secs))


def _checked(t, function, limits):
    """The nine numbers of a time; with limits, those that have a text."""
    if not isinstance(t, tuple):
        raise TypeError("Tuple or struct_time argument required")
    if len(t) != 9:
        raise TypeError(f"{function}(): illegal time tuple argument")
    for v in t:
        if not isinstance(v, int):
            raise TypeError(f"{type(v).__name__!r} object cannot be interpreted as an integer")
    if not limits:
        return t
    # 0 is taken for the first month, day and day of the year.
    year, month, day, hour, minute, second, weekday, yday, dst = t
    month, day, yday = month or 1, day or 1, yday or 1
    for ok, what in (
        (1 <= month <= 12, "month"), (1 <= day <= 31, "day of month"), (0 <= hour <= 23, "hour"),
        (0 <= minute <= 59, "minute"), (0 <= second <= 61, "seconds"), (weekday >= 0, "day of week"),
        (1 <= yday <= 366, "day of year"),
    ):  # fmt: skip
        if not ok:
            raise ValueError(f"{what} out of range")
    return year, month, day, hour, minute, second, weekday % 7, yday, dst


def strftime(format, t=None, /):
    """Returns the text that a format gives for a time, now by default."""
    if not isinstance(format, str):
        raise TypeError(f"strftime() argument 1 must be str, not {type(format).__name__}")
    if t is None:
        t = localtime()
    zone = getattr(t, "tm_zone", None) or "UTC"
    return format_time(format, _checked(t, "strftime", True), 0, "+0000", zone)


# Directives that stand for others.
_COMPOUND = {
    "c": "%a %b %e %H:%M:%S %Y", "D": "%m/%d/%y", "F": "%Y-%m-%d", "h": "%b", "R": "%H:%M",
    "r": "%I:%M:%S %p", "T": "%H:%M:%S", "X": "%H:%M:%S", "x": "%m/%d/%y",
}  # fmt: skip


def _week(yday, weekday):
    """The number of the week; weekday counts from the day that weeks begin with."""
    return (yday + 6 - weekday) // 7


# What is a number: how wide, padded with what, and which.
_NUMBERS = {
    "d": (2, "0", lambda t: t[2]),
    "e": (2, " ", lambda t: t[2]),
    "H": (2, "0", lambda t: t[3]),
    "I": (2, "0", lambda t: (t[3] + 11) % 12 + 1),
    "k": (2, " ", lambda t: t[3]),
    "l": (2, " ", lambda t: (t[3] + 11) % 12 + 1),
    "j": (3, "0", lambda t: t[7]),
    "m": (2, "0", lambda t: t[1]),
    "M": (2, "0", lambda t: t[4]),
    "S": (2, "0", lambda t: t[5]),
    "y": (2, "0", lambda t: t[0] % 100),
    "Y": (1, "0", lambda t: t[0]),
    "C": (1, "0", lambda t: t[0] // 100),
    "G": (1, "0", lambda t: iso_calendar(*t[:3])[0]),
    "g": (2, "0", lambda t: iso_calendar(*t[:3])[0] % 100),
    "V": (2, "0", lambda t: iso_calendar(*t[:3])[1]),
    "u": (1, "0", lambda t: t[6] + 1),
    "w": (1, "0", lambda t: (t[6] + 1) % 7),
    "U": (2, "0", lambda t: _week(t[7], (t[6] + 1) % 7)),
    "W": (2, "0", lambda t: _week(t[7], t[6])),
    "s": (1, "0", timegm),
}
_TEXTS = {
    "a": lambda t: DAYS[t[6]][:3],
    "A": lambda t: DAYS[t[6]],
    "b": lambda t: MONTHS[t[1] - 1][:3],
    "B": lambda t: MONTHS[t[1] - 1],
    "p": lambda t: "AM" if t[3] < 12 else "PM",
    "P": lambda t: "am" if t[3] < 12 else "pm",
    "n": lambda t: "\n",
    "t": lambda t: "\t",
    "%": lambda t: "%",
}


def format_time(format, t, microsecond, offset, zone):
    """Returns the text of a format: t are nine numbers, offset and zone are texts for %z and %Z."""
    out = []
    i = 0
    while True:
        j = format.find("%", i)
        if j < 0:
            out.append(format[i:])
            return "".join(out)
        out.append(format[i:j])
        i = j + 1
        while i < len(format) and format[i] in "-_0^#":
            i += 1
        flags = format[j + 1 : i]
        while i < len(format) and format[i].isdecimal():
            i += 1
        width = format[j + 1 + len(flags) : i]
        c = format[i : i + 1]
        i += 1
        if c in _NUMBERS:
            text = _number(c, t, flags, width)
        elif c in _TEXTS:
            text = _TEXTS[c](t)
        elif c in _COMPOUND:
            text = format_time(_COMPOUND[c], t, microsecond, offset, zone)
        elif c == "f" and microsecond is not None:
            text = f"{microsecond:06d}"
        elif c == "z":
            text = offset
        elif c == "Z":
            text = zone
        else:
            text = format[j:i]
        if "^" in flags or "#" in flags and c in "aAbBh":
            text = text.upper()
        elif "#" in flags and c in "pZ":
            text = text.lower()
        out.append(text.rjust(int(width)) if width and c not in _NUMBERS else text)


def _number(c, t, flags, width):
    wide, pad, value = _NUMBERS[c]
    for flag in flags:
        if flag == "-":
            wide = 1
        elif flag in "_0":
            pad = " " if flag == "_" else "0"
    value = value(t)
    wide = int(width) if width else wide
    return f"{value:0{wide}d}" if pad == "0" else f"{value:{wide}d}"


def _names(words):
    # The longest first: May is the beginning of no other, but Mar is of March.
    return "|".join(sorted(words, key=len, reverse=True))


_PATTERNS = {
    "a": _names([d[:3] for d in DAYS]),
    "A": _names(DAYS),
    "b": _names([m[:3] for m in MONTHS]),
    "B": _names(MONTHS),
    "d": "3[01]|[12][0-9]|0[1-9]|[1-9]| [1-9]",
    "f": "[0-9]{1,6}",
    "G": "[0-9]{4}",
    "H": "2[0-3]|[01][0-9]|[0-9]",
    "I": "1[0-2]|0[1-9]|[1-9]",
    "j": "36[0-6]|3[0-5][0-9]|[12][0-9][0-9]|0[1-9][0-9]|00[1-9]|[1-9][0-9]|0[1-9]|[1-9]",
    "m": "1[0-2]|0[1-9]|[1-9]",
    "M": "[0-5][0-9]|[0-9]",
    "p": "am|pm",
    "S": "6[01]|[0-5][0-9]|[0-9]",
    "u": "[1-7]",
    "U": "5[0-3]|[0-4][0-9]|[0-9]",
    "V": "5[0-3]|0[1-9]|[1-4][0-9]|[0-9]",
    "w": "[0-6]",
    "W": "5[0-3]|[0-4][0-9]|[0-9]",
    "y": "[0-9][0-9]",
    "Y": "[0-9]{4}",
    "z": "[+-][0-9][0-9]:?[0-5][0-9](?::?[0-5][0-9](?:\\.[0-9]{1,6})?)?|Z",
    "Z": "utc|gmt",
    "%": "%",
}


@lru_cache(maxsize=64)
def _compiled(format):
    """The expression of a format, and its directives in order."""
    text = format
    for c in "cxX":
        text = text.replace("%" + c, _COMPOUND[c].replace("%e", "%d"))
    out, directives = [], []
    i = 0
    while i < len(text):
        c = text[i]
        i += 1
        if c.isspace():
            while i < len(text) and text[i].isspace():
                i += 1
            out.append("\\s+")
        elif c != "%":
            out.append(re.escape(c))
        elif i == len(text):
            raise ValueError(f"stray % in format '{format}'")
        else:
            c = text[i]
            i += 1
            if c not in _PATTERNS:
                raise ValueError(f"'{c}' is a bad directive in format '{format}'")
            out.append(f"({_PATTERNS[c]})")
            directives.append(c)
    return re.compile("".join(out), re.IGNORECASE), directives


class Parsed:
    """What parse_time found: the numbers of a struct_time, and those that only datetime knows."""

    __slots__ = ("numbers", "microsecond", "offset", "offset_fraction", "zone")


def parse_time(text, format):
    """Reads a text as a format says; returns a Parsed."""
    for i, value in enumerate((text, format)):
        if not isinstance(value, str):
            raise TypeError(f"strptime() argument {i} must be str, not {type(value)}")
    expression, directives = _compiled(format)
    found = expression.match(text)
    if found is None:
        raise ValueError(f"time data {text!r} does not match format {format!r}")
    if found.end() != len(text):
        raise ValueError(f"unconverted data remains: {text[found.end() :]}")
    return _interpret(dict(zip(directives, found.groups())))


def _weekday(got):
    """The weekday from 0 for Monday; None if it was not given."""
    if "A" in got or "a" in got:
        name = (got.get("A") or got["a"])[:3].capitalize()
        return [d[:3] for d in DAYS].index(name)
    if "w" in got:
        return (int(got["w"]) + 6) % 7
    return int(got["u"]) - 1 if "u" in got else None


def _check_iso(got, weekday):
    if "G" in got:
        if "V" not in got or weekday is None:
            raise ValueError(
                "ISO year directive '%G' must be used with the ISO week directive '%V' and a weekday "
                "directive ('%A', '%a', '%w', or '%u')."
            )
        if "j" in got:
            raise ValueError(
                "Day of the year directive '%j' is not compatible with ISO year directive '%G'. Use '%Y' instead."
            )
    elif "V" in got:
        if "Y" not in got and "y" not in got or weekday is None:
            raise ValueError(
                "ISO week directive '%V' must be used with the ISO year directive '%G' and a weekday "
                "directive ('%A', '%a', '%w', or '%u')."
            )
        raise ValueError(
            "ISO week directive '%V' is incompatible with the year directive '%Y'. Use the ISO year '%G' instead."
        )


def _date(got, weekday):
    """The year, month and day; the year is None if it was not given."""
    year = None
    if "Y" in got:
        year = int(got["Y"])
    elif "y" in got:
        year = int(got["y"])
        year += 2000 if year < 69 else 1900
    month = int(got["m"]) if "m" in got else 1
    if "B" in got or "b" in got:
        name = (got.get("B") or got["b"])[:3].capitalize()
        month = [m[:3] for m in MONTHS].index(name) + 1
    day = int(got["d"]) if "d" in got else 1
    if "G" in got:
        return from_ordinal(iso_week1(int(got["G"])) + (int(got["V"]) - 1) * 7 + weekday)
    if "j" in got:
        if year is not None:
            return from_ordinal(to_ordinal(year, 1, 1) + int(got["j"]) - 1)
    elif year is not None and weekday is not None and ("U" in got or "W" in got):
        week, shift = (int(got["U"]), 1) if "U" in got else (int(got["W"]), 0)
        first = to_ordinal(year, 1, 1)
        before = ((first + 6) % 7 + shift) % 7
        n = first - before + (week - (before == 0)) * 7 + (weekday + shift) % 7
        return from_ordinal(n)
    return year, month, day


def _interpret(got):
    weekday = _weekday(got)
    _check_iso(got, weekday)
    year, month, day = _date(got, weekday)
    # Without a year the 29th of February is all right.
    leap = year is None and (month, day) == (2, 29)
    if day > days_in_month(1904 if leap else 1900 if year is None else year, month):
        raise ValueError("day is out of range for month")
    if year is None:
        year = 1900
    yday = int(got["j"]) if "j" in got else day_of_year(year, month, day)
    if weekday is None:
        weekday = (to_ordinal(year, month, day) + 6) % 7
    hour = int(got.get("H", 0))
    if "I" in got:
        hour = int(got["I"]) % 12 + (12 if got.get("p", "").lower() == "pm" else 0)
    p = Parsed()
    zone = got.get("Z")
    p.zone = zone
    dst = -1 if zone is None else 0
    p.numbers = year, month, day, hour, int(got.get("M", 0)), int(got.get("S", 0)), weekday, yday, dst
    p.microsecond = int(got["f"].ljust(6, "0")) if "f" in got else 0
    p.offset, p.offset_fraction = _offset(got["z"]) if "z" in got else (None, 0)
    return p


def _offset(text):
    """The seconds and microseconds of +HHMM, +HH:MM:SS.ffffff or Z."""
    if text in "Zz":
        return 0, 0
    digits, _, fraction = text[1:].replace(":", "").partition(".")
    seconds = int(digits[:2]) * 3600 + int(digits[2:4]) * 60 + int(digits[4:] or 0)
    micro = int(fraction.ljust(6, "0"))
    return (-seconds, -micro) if text[0] == "-" else (seconds, micro)


def strptime(string, format="%a %b %d %H:%M:%S %Y", /):
    """Reads a text as a format says; returns a struct_time."""
    p = parse_time(string, format)
    return struct_time(p.numbers + (p.zone, p.offset))
