"""Dates and times: date, time, datetime, timedelta, tzinfo, timezone, UTC.

The local time zone is UTC. Calendar and formats are those of module _timefmt.

Differs: an aware time of another tzinfo than timezone may not be ambiguous: fold is
kept and does not take part in comparisons.
"""

import re

from math import modf
from time import time as _now

from _named import Named
from _timefmt import (
    DAYS, MONTHS, day_of_year, days_in_month, format_time, from_ordinal, iso_calendar, iso_week1,
    parse_time, struct_time, to_ordinal,
)  # fmt: skip

__all__ = ["date", "datetime", "time", "timedelta", "timezone", "tzinfo", "MINYEAR", "MAXYEAR", "UTC"]

MINYEAR = 1
MAXYEAR = 9999
_MAX_ORDINAL = 3652059
_EPOCH = 719163
_DAY = 86400 * 10**6

_absent = object()


def _field(name, get):
    """A property that cannot be set."""

    def refuse(self, value):
        cls = next(c for c in type(self).__mro__ if name in c.__dict__)
        raise AttributeError(f"attribute '{name}' of 'datetime.{cls.__name__}' objects is not writable")

    return property(get, refuse)


def _type_name(obj):
    cls = type(obj)
    return f"datetime.{cls.__name__}" if cls.__module__ == "datetime" else cls.__name__


def _int(value):
    if isinstance(value, int):
        return value
    method = getattr(type(value), "__index__", None)
    if method is None:
        raise TypeError(f"{type(value).__name__!r} object cannot be interpreted as an integer")
    return method(value)


def _nearest(a, b):
    """a / b rounded to an integer, a half to the even one."""
    q, r = divmod(a, b)
    r *= 2
    if b > 0 and r > b or b < 0 and r < b or r == b and q % 2:
        q += 1
    return q


class timedelta(metaclass=Named, dotted="datetime.timedelta"):
    """The difference of two times, in days, seconds and microseconds."""

    __slots__ = ("_days", "_seconds", "_microseconds")

    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0, **other):
        for name in other:
            raise TypeError(f"{name!r} is an invalid keyword argument for __new__()")
        total, rest = 0, 0.0
        for name, value, factor in (
            ("microseconds", microseconds, 1), ("milliseconds", milliseconds, 1000), ("seconds", seconds, 10**6),
            ("minutes", minutes, 60 * 10**6), ("hours", hours, 3600 * 10**6), ("days", days, _DAY),
            ("weeks", weeks, 7 * _DAY),
        ):  # fmt: skip
            if isinstance(value, int):
                total += value * factor
            elif isinstance(value, float):
                fraction, whole = modf(value)
                total += int(whole) * factor
                fraction, whole = modf(fraction * factor)
                total += int(whole)
                rest += fraction
            else:
                raise TypeError(f"unsupported type for timedelta {name} component: {type(value).__name__}")
        if rest:
            whole = round(rest)
            if abs(whole - rest) == 0.5:
                # Half a microsecond goes to the even sum, whatever the integers are.
                odd = total % 2
                whole = 2 * round((rest + odd) * 0.5) - odd
            total += int(whole)
        return _delta(total, cls)

    days = _field("days", lambda self: self._days)
    seconds = _field("seconds", lambda self: self._seconds)
    microseconds = _field("microseconds", lambda self: self._microseconds)

    def total_seconds(self):
        """Returns the seconds, with their fraction."""
        return _micros(self) / 10**6

    def __repr__(self):
        shown = []
        for name in ("days", "seconds", "microseconds"):
            if getattr(self, name):
                shown.append(f"{name}={getattr(self, name)}")
        return f"{_type_name(self)}({', '.join(shown) or '0'})"

    def __str__(self):
        minutes, seconds = divmod(self._seconds, 60)
        text = f"{minutes // 60}:{minutes % 60:02d}:{seconds:02d}"
        if self._days:
            text = f"{self._days} day{'' if abs(self._days) == 1 else 's'}, {text}"
        return f"{text}.{self._microseconds:06d}" if self._microseconds else text

    def __add__(self, other):
        return _delta(_micros(self) + _micros(other)) if isinstance(other, timedelta) else NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        return _delta(_micros(self) - _micros(other)) if isinstance(other, timedelta) else NotImplemented

    def __rsub__(self, other):
        return _delta(_micros(other) - _micros(self)) if isinstance(other, timedelta) else NotImplemented

    def __neg__(self):
        return _delta(-_micros(self))

    def __pos__(self):
        return self

    def __abs__(self):
        return -self if self._days < 0 else self

    def __mul__(self, other):
        if isinstance(other, int):
            return _delta(_micros(self) * other)
        if isinstance(other, float):
            a, b = other.as_integer_ratio()
            return _delta(_nearest(_micros(self) * a, b))
        return NotImplemented

    __rmul__ = __mul__

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return _micros(self) / _micros(other)
        if isinstance(other, int):
            return _delta(_nearest(_micros(self), other))
        if isinstance(other, float):
            a, b = other.as_integer_ratio()
            return _delta(_nearest(_micros(self) * b, a))
        return NotImplemented

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return _micros(self) // _micros(other)
        if isinstance(other, int):
            return _delta(_micros(self) // other)
        return NotImplemented

    def __mod__(self, other):
        return _delta(_micros(self) % _micros(other)) if isinstance(other, timedelta) else NotImplemented

    def __divmod__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        q, r = divmod(_micros(self), _micros(other))
        return q, _delta(r)

    def __eq__(self, other):
        return _micros(self) == _micros(other) if isinstance(other, timedelta) else NotImplemented

    def __lt__(self, other):
        return _micros(self) < _micros(other) if isinstance(other, timedelta) else NotImplemented

    def __le__(self, other):
        return _micros(self) <= _micros(other) if isinstance(other, timedelta) else NotImplemented

    def __gt__(self, other):
        return _micros(self) > _micros(other) if isinstance(other, timedelta) else NotImplemented

    def __ge__(self, other):
        return _micros(self) >= _micros(other) if isinstance(other, timedelta) else NotImplemented

    def __hash__(self):
        return hash((self._days, self._seconds, self._microseconds))

    def __bool__(self):
        return bool(self._days or self._seconds or self._microseconds)

    def __reduce__(self):
        return type(self), (self._days, self._seconds, self._microseconds)


def _micros(delta):
    return (delta._days * 86400 + delta._seconds) * 10**6 + delta._microseconds


def _delta(micros, cls=timedelta):
    """A timedelta of microseconds."""
    days, rest = divmod(micros, _DAY)
    if not -999999999 <= days <= 999999999:
        if not -(1 << 31) <= days < 1 << 31:
            raise OverflowError("Python int too large to convert to C int")
        raise OverflowError(f"days={days}; must have magnitude <= 999999999")
    self = object.__new__(cls)
    self._days = days
    self._seconds, self._microseconds = divmod(rest, 10**6)
    return self


timedelta.min = timedelta(-999999999)
timedelta.max = timedelta(999999999, 86399, 999999)
timedelta.resolution = timedelta(microseconds=1)
_ZERO = timedelta()
_ONE_DAY = timedelta(1)


class tzinfo(metaclass=Named, dotted="datetime.tzinfo"):
    """A time zone: subclasses define utcoffset, dst and tzname."""

    __slots__ = ()

    def tzname(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement tzname()")

    def utcoffset(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement utcoffset()")

    def dst(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement dst()")

    def fromutc(self, dt):
        """Returns the local time of a UTC time."""
        if not isinstance(dt, datetime):
            raise TypeError("fromutc: argument must be a datetime")
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        offset, dst = dt.utcoffset(), dt.dst()
        if offset is None:
            raise ValueError("fromutc: non-None utcoffset() result required")
        if dst is None:
            raise ValueError("fromutc: non-None dst() result required")
        dt += offset - dst
        return dt + dt.dst()


class timezone(tzinfo, metaclass=Named, dotted="datetime.timezone"):
    """A time zone that is always the same time ahead of UTC."""

    __slots__ = ("_offset", "_name")

    def __new__(cls, offset, name=_absent):
        if not isinstance(offset, timedelta):
            raise TypeError(f"timezone() argument 1 must be datetime.timedelta, not {_plain_name(offset)}")
        if name is _absent:
            if not offset and cls is timezone and hasattr(cls, "utc"):
                return cls.utc
            name = None
        elif not isinstance(name, str):
            raise TypeError(f"timezone() argument 2 must be str, not {_plain_name(name)}")
        if not -_ONE_DAY < offset < _ONE_DAY:
            raise ValueError(
                "offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), "
                f"not {offset!r}."
            )
        self = object.__new__(cls)
        self._offset, self._name = offset, name
        return self

    def _check(self, dt, method):
        if dt is not None and not isinstance(dt, datetime):
            raise TypeError(f"{method}(dt) argument must be a datetime instance or None, not {_plain_name(dt)}")

    def utcoffset(self, dt):
        """Returns the time ahead of UTC."""
        self._check(dt, "utcoffset")
        return self._offset

    def tzname(self, dt):
        """Returns the name, by default as in UTC+02:00."""
        self._check(dt, "tzname")
        if self._name is not None:
            return self._name
        return "UTC" + _offset_text(self._offset) if self._offset else "UTC"

    def dst(self, dt):
        """Returns None."""
        self._check(dt, "dst")

    def fromutc(self, dt):
        """Returns the local time of a UTC time."""
        if not isinstance(dt, datetime):
            raise TypeError("fromutc: argument must be a datetime instance")
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        return dt + self._offset

    def __eq__(self, other):
        return self._offset == other._offset if isinstance(other, timezone) else NotImplemented

    def __hash__(self):
        return hash(self._offset)

    def __repr__(self):
        if self is timezone.utc:
            return "datetime.timezone.utc"
        name = "" if self._name is None else f", {self._name!r}"
        return f"{_type_name(self)}({self._offset!r}{name})"

    def __str__(self):
        return self.tzname(None)

    def __reduce__(self):
        return type(self), (self._offset,) if self._name is None else (self._offset, self._name)


def _plain_name(obj):
    return "None" if obj is None else type(obj).__name__


def _offset_text(offset, colon=":"):
    """+HH:MM, with seconds and microseconds if there are any."""
    if offset is None:
        return ""
    micros = _micros(offset)
    sign = "-" if micros < 0 else "+"
    seconds, micros = divmod(abs(micros), 10**6)
    text = f"{sign}{seconds // 3600:02d}{colon}{seconds // 60 % 60:02d}"
    if seconds % 60 or micros:
        text += f"{colon}{seconds % 60:02d}"
    return f"{text}.{micros:06d}" if micros else text


timezone.utc = UTC = timezone(_ZERO)
timezone.min = timezone(-timedelta(hours=23, minutes=59))
timezone.max = timezone(timedelta(hours=23, minutes=59))


def _required(**values):
    for pos, (name, value) in enumerate(values.items(), 1):
        if value is _absent:
            raise TypeError(f"function missing required argument '{name}' (pos {pos})")


def _check_date(year, month, day):
    _required(year=year, month=month, day=day)
    year, month, day = _int(year), _int(month), _int(day)
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"year {year} is out of range")
    if not 1 <= month <= 12:
        raise ValueError("month must be in 1..12")
    if not 1 <= day <= days_in_month(year, month):
        raise ValueError("day is out of range for month")
    return year, month, day


def _check_time(hour, minute, second, microsecond, tz, fold):
    hour, minute, second, microsecond = _int(hour), _int(minute), _int(second), _int(microsecond)
    if not 0 <= hour <= 23:
        raise ValueError("hour must be in 0..23")
    if not 0 <= minute <= 59:
        raise ValueError("minute must be in 0..59")
    if not 0 <= second <= 59:
        raise ValueError("second must be in 0..59")
    if not 0 <= microsecond <= 999999:
        raise ValueError("microsecond must be in 0..999999")
    if fold not in (0, 1):
        raise ValueError("fold must be either 0 or 1")
    if tz is not None and not isinstance(tz, tzinfo):
        raise TypeError(f"tzinfo argument must be None or of a tzinfo subclass, not type '{type(tz).__name__}'")
    return hour, minute, second, microsecond


def _check_ordinal(n):
    if not 1 <= n <= _MAX_ORDINAL:
        raise OverflowError("date value out of range")
    return from_ordinal(n)


def _iso_to_date(year, week, day):
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"Year is out of range: {year}")
    last = (iso_week1(year + 1) - iso_week1(year)) // 7
    if not 1 <= week <= last:
        raise ValueError(f"Invalid week: {week}")
    if not 1 <= day <= 7:
        raise ValueError(f"Invalid weekday: {day} (range is [1, 7])")
    return from_ordinal(iso_week1(year) + (week - 1) * 7 + day - 1)


_DATE = (
    "([0-9]{4})(?:-([0-9]{2})-([0-9]{2})|([0-9]{2})([0-9]{2})"
    "|-W([0-9]{2})(?:-([0-9]))?|W([0-9]{2})([0-9])?)"
)
_CLOCK = (
    "([0-9]{2})(?::([0-9]{2})(?::([0-9]{2})(?:[.,]([0-9]+))?)?"
    "|([0-9]{2})(?:([0-9]{2})(?:[.,]([0-9]+))?)?)?"
)
_TIME = f"{_CLOCK}(?:(Z)|([+-]){_CLOCK})?"
_date_text = re.compile(_DATE + "\\Z")
_time_text = re.compile(f"T?{_TIME}\\Z")
_datetime_text = re.compile(f"{_DATE}(?:.{_TIME})?\\Z", re.DOTALL)


def _read_date(groups, text):
    year = int(groups[0])
    month, day = groups[1] or groups[3], groups[2] or groups[4]
    if month:
        return year, int(month), int(day)
    week, day = groups[5] or groups[7], groups[6] or groups[8]
    try:
        return _iso_to_date(year, int(week), int(day or 1))
    except ValueError:
        raise ValueError(f"Invalid isoformat string: {text!r}") from None


def _read_clock(groups):
    hour, minute, second, fraction = groups[0], groups[1] or groups[4], groups[2] or groups[5], groups[3] or groups[6]
    return int(hour), int(minute or 0), int(second or 0), int((fraction or "")[:6].ljust(6, "0"))


def _read_time(groups):
    """The hour, minute, second, microsecond and time zone."""
    tz = None
    if groups[7]:
        tz = timezone.utc
    elif groups[8]:
        hours, minutes, seconds, micros = _read_clock(groups[9:])
        offset = timedelta(hours=hours, minutes=minutes, seconds=seconds, microseconds=micros)
        tz = timezone(-offset if groups[8] == "-" else offset)
    return _read_clock(groups) + (tz,)


def _match(expression, text):
    if not isinstance(text, str):
        raise TypeError("fromisoformat: argument must be str")
    found = expression.match(text)
    if found is None:
        raise ValueError(f"Invalid isoformat string: {text!r}")
    return found.groups()


class IsoCalendarDate(tuple, metaclass=Named, dotted="datetime.IsoCalendarDate"):
    """An ISO year, week and weekday."""

    __slots__ = ()

    def __new__(cls, year, week, weekday):
        return tuple.__new__(cls, (year, week, weekday))

    year = property(lambda self: self[0])
    week = property(lambda self: self[1])
    weekday = property(lambda self: self[2])

    def __repr__(self):
        return "datetime.IsoCalendarDate(year={}, week={}, weekday={})".format(*self)

    def __reduce__(self):
        return tuple, (tuple(self),)


class date(metaclass=Named, dotted="datetime.date"):
    """A day."""

    __slots__ = ("_year", "_month", "_day")

    def __new__(cls, year=_absent, month=_absent, day=_absent):
        self = object.__new__(cls)
        self._year, self._month, self._day = _check_date(year, month, day)
        return self

    @classmethod
    def today(cls):
        """Returns the current day."""
        return cls.fromtimestamp(_now())

    @classmethod
    def fromtimestamp(cls, timestamp, /):
        """Returns the day of a number of seconds since 1970."""
        return cls(*_check_year(_EPOCH + int(_timestamp(timestamp) // 86400)))

    @classmethod
    def fromordinal(cls, n, /):
        """Returns the day of a number; 1 is 0001-01-01."""
        n = _int(n)
        if n < 1:
            raise ValueError("ordinal must be >= 1")
        if n > _MAX_ORDINAL:
            raise ValueError(f"year {from_ordinal(n)[0]} is out of range")
        return cls(*from_ordinal(n))

    @classmethod
    def fromisoformat(cls, date_string, /):
        """Reads a day as in 2024-02-29, 20240229 or 2024-W09-4."""
        return cls(*_read_date(_match(_date_text, date_string), date_string))

    @classmethod
    def fromisocalendar(cls, year, week, day):
        """Returns the day of an ISO year, week and weekday."""
        return cls(*_iso_to_date(_int(year), _int(week), _int(day)))

    year = _field("year", lambda self: self._year)
    month = _field("month", lambda self: self._month)
    day = _field("day", lambda self: self._day)

    def __repr__(self):
        return f"{_type_name(self)}({self._year}, {self._month}, {self._day})"

    def isoformat(self):
        """Returns the text as in 2024-02-29."""
        return f"{self._year:04d}-{self._month:02d}-{self._day:02d}"

    __str__ = isoformat

    def ctime(self):
        """Returns the text as in Thu Feb 29 00:00:00 2024."""
        return f"{self._head()} 00:00:00 {self._year:04d}"

    def _head(self):
        return f"{DAYS[self.weekday()][:3]} {MONTHS[self._month - 1][:3]} {self._day:2d}"

    def strftime(self, format, /):
        """Returns the text that a format gives."""
        if not isinstance(format, str):
            raise TypeError(f"strftime() argument 1 must be str, not {type(format).__name__}")
        return format_time(format, tuple(self.timetuple()), 0, "", "")

    def __format__(self, spec, /):
        if not isinstance(spec, str):
            raise TypeError(f"__format__() argument 1 must be str, not {type(spec).__name__}")
        return self.strftime(spec) if spec else str(self)

    def timetuple(self):
        """Returns a struct_time."""
        yday = day_of_year(self._year, self._month, self._day)
        return struct_time((self._year, self._month, self._day, 0, 0, 0, self.weekday(), yday, -1))

    def toordinal(self):
        """Returns the number of the day; that of 0001-01-01 is 1."""
        return to_ordinal(self._year, self._month, self._day)

    def replace(self, year=None, month=None, day=None):
        """Returns the day with some numbers changed."""
        return type(self)(
            self._year if year is None else year,
            self._month if month is None else month,
            self._day if day is None else day,
        )

    def weekday(self):
        """Returns the weekday, 0 for Monday."""
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        """Returns the weekday, 1 for Monday."""
        return self.weekday() + 1

    def isocalendar(self):
        """Returns the ISO year, week and weekday."""
        return IsoCalendarDate(*iso_calendar(self._year, self._month, self._day))

    def _key(self):
        return self._year, self._month, self._day

    def _against(self, other):
        """The keys of both; None if they cannot be compared."""
        if isinstance(other, date) and not isinstance(other, datetime):
            return self._key(), other._key()
        return None

    def __eq__(self, other):
        keys = self._against(other)
        return NotImplemented if keys is None else keys[0] == keys[1]

    def __lt__(self, other):
        keys = self._against(other)
        return NotImplemented if keys is None else keys[0] < keys[1]

    def __le__(self, other):
        keys = self._against(other)
        return NotImplemented if keys is None else keys[0] <= keys[1]

    def __gt__(self, other):
        keys = self._against(other)
        return NotImplemented if keys is None else keys[0] > keys[1]

    def __ge__(self, other):
        keys = self._against(other)
        return NotImplemented if keys is None else keys[0] >= keys[1]

    def __hash__(self):
        return hash(self._key())

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return type(self)(*_check_ordinal(self.toordinal() + other._days))

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + timedelta(-other._days)
        if isinstance(other, date) and not isinstance(other, datetime):
            return timedelta(self.toordinal() - other.toordinal())
        return NotImplemented

    def __reduce__(self):
        return type(self), self._key()


def _timestamp(value):
    """The argument of fromtimestamp, if it is a number and not too large."""
    if not isinstance(value, float):
        value = _int(value)
    elif value != value:
        raise ValueError("cannot convert float NaN to integer")
    if not -(1 << 63) <= value < 1 << 63:
        raise OverflowError("timestamp out of range for platform time_t")
    return value


def _check_year(ordinal):
    year, month, day = from_ordinal(ordinal)
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"year {year} is out of range")
    return year, month, day


date.min = date(1, 1, 1)
date.max = date(9999, 12, 31)
date.resolution = timedelta(days=1)


def _clock_text(hour, minute, second, microsecond, timespec):
    if timespec == "auto":
        timespec = "microseconds" if microsecond else "seconds"
    if timespec == "hours":
        return f"{hour:02d}"
    if timespec == "minutes":
        return f"{hour:02d}:{minute:02d}"
    text = f"{hour:02d}:{minute:02d}:{second:02d}"
    if timespec == "seconds":
        return text
    if timespec == "milliseconds":
        return f"{text}.{microsecond // 1000:03d}"
    if timespec == "microseconds":
        return f"{text}.{microsecond:06d}"
    raise ValueError("Unknown timespec value")


def _checked_offset(offset, method):
    """What a tzinfo said, if it is all right."""
    if offset is None:
        return None
    if not isinstance(offset, timedelta):
        raise TypeError(f"tzinfo.{method}() must return None or a timedelta, not '{type(offset).__name__}'")
    if not -_ONE_DAY < offset < _ONE_DAY:
        raise ValueError(
            "offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24)."
        )
    return offset


class _Clock:
    """What time and datetime have in common."""

    __slots__ = ()

    hour = _field("hour", lambda self: self._hour)
    minute = _field("minute", lambda self: self._minute)
    second = _field("second", lambda self: self._second)
    microsecond = _field("microsecond", lambda self: self._microsecond)
    tzinfo = _field("tzinfo", lambda self: self._tzinfo)
    fold = _field("fold", lambda self: self._fold)

    def utcoffset(self):
        """Returns the time ahead of UTC; None if that is not known."""
        if self._tzinfo is None:
            return None
        return _checked_offset(self._tzinfo.utcoffset(self._as_argument()), "utcoffset")

    def dst(self):
        """Returns how much of that is daylight saving time."""
        if self._tzinfo is None:
            return None
        return _checked_offset(self._tzinfo.dst(self._as_argument()), "dst")

    def tzname(self):
        """Returns the name of the time zone."""
        if self._tzinfo is None:
            return None
        name = self._tzinfo.tzname(self._as_argument())
        if name is not None and not isinstance(name, str):
            raise TypeError(f"tzinfo.tzname() must return None or a string, not '{type(name).__name__}'")
        return name

    def _clock_numbers(self):
        return self._hour, self._minute, self._second, self._microsecond

    def _tail(self):
        """The rest of a repr: the seconds, if there are any, and what has a name."""
        shown = []
        if self._microsecond:
            shown += [str(self._second), str(self._microsecond)]
        elif self._second:
            shown.append(str(self._second))
        if self._fold:
            shown.append("fold=1")
        if self._tzinfo is not None:
            shown.append(f"tzinfo={self._tzinfo!r}")
        return "".join([f", {s}" for s in shown])

    def strftime(self, format, /):
        """Returns the text that a format gives."""
        if not isinstance(format, str):
            raise TypeError(f"strftime() argument 1 must be str, not {type(format).__name__}")
        offset = _offset_text(self.utcoffset(), "") if "%" in format else ""
        return format_time(format, self._nine(), self._microsecond, offset, self.tzname() or "")


class time(_Clock, metaclass=Named, dotted="datetime.time"):
    """A time of any day."""

    __slots__ = ("_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_fold")

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        numbers = _check_time(hour, minute, second, microsecond, tzinfo, fold)
        self = object.__new__(cls)
        self._hour, self._minute, self._second, self._microsecond = numbers
        self._tzinfo, self._fold = tzinfo, fold
        return self

    @classmethod
    def fromisoformat(cls, time_string, /):
        """Reads a time as in 13:05:09.12+02:00 or 130509."""
        return cls(*_read_time(_match(_time_text, time_string)))

    def _as_argument(self):
        return None

    def _nine(self):
        return 1900, 1, 1, self._hour, self._minute, self._second, 0, 1, -1

    def __repr__(self):
        return f"{_type_name(self)}({self._hour}, {self._minute}{self._tail()})"

    def isoformat(self, timespec="auto"):
        """Returns the text as in 13:05:09.000042+02:00."""
        return _clock_text(*self._clock_numbers(), timespec) + _offset_text(self.utcoffset())

    def __str__(self):
        return self.isoformat()

    def __format__(self, spec, /):
        return self.strftime(spec) if spec else str(self)

    def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None):
        """Returns the time with some parts changed."""
        return type(self)(
            self._hour if hour is None else hour,
            self._minute if minute is None else minute,
            self._second if second is None else second,
            self._microsecond if microsecond is None else microsecond,
            self._tzinfo if tzinfo is True else tzinfo,
            fold=self._fold if fold is None else fold,
        )

    def _key(self, offset):
        micros = ((self._hour * 60 + self._minute) * 60 + self._second) * 10**6 + self._microsecond
        return micros - (0 if offset is None else _micros(offset))

    def _against(self, other, equality=False):
        """The keys of both; None if they cannot be compared."""
        if not isinstance(other, time):
            return None
        mine, others = self.utcoffset(), other.utcoffset()
        if (mine is None) != (others is None):
            if equality:
                return 0, 1
            raise TypeError("can't compare offset-naive and offset-aware times")
        return self._key(mine), other._key(others)

    def __eq__(self, other):
        keys = self._against(other, True)
        return NotImplemented if keys is None else keys[0] == keys[1]

    def __lt__(self, other):
        keys = self._against(other)
        return NotImplemented if keys is None else keys[0] < keys[1]

    def __le__(self, other):
        keys = self._against(other)
        return NotImplemented if keys is None else keys[0] <= keys[1]

    def __gt__(self, other):
        keys = self._against(other)
        return NotImplemented if keys is None else keys[0] > keys[1]

    def __ge__(self, other):
        keys = self._against(other)
        return NotImplemented if keys is None else keys[0] >= keys[1]

    def __hash__(self):
        return hash(self._key(self.utcoffset()))

    def __reduce__(self):
        return type(self), self._clock_numbers() + (self._tzinfo,)


time.min = time(0, 0, 0)
time.max = time(23, 59, 59, 999999)
time.resolution = timedelta(microseconds=1)


class datetime(_Clock, date, metaclass=Named, dotted="datetime.datetime"):
    """A day and a time."""

    __slots__ = ("_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_fold")

    def __new__(
        cls, year=_absent, month=_absent, day=_absent,
        hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0,
    ):  # fmt: skip
        self = object.__new__(cls)
        self._year, self._month, self._day = _check_date(year, month, day)
        numbers = _check_time(hour, minute, second, microsecond, tzinfo, fold)
        self._hour, self._minute, self._second, self._microsecond = numbers
        self._tzinfo, self._fold = tzinfo, fold
        return self

    @classmethod
    def _from_micros(cls, micros, tz):
        """The time of a number of microseconds since the beginning of day 0."""
        days, rest = divmod(micros, _DAY)
        seconds, micros = divmod(rest, 10**6)
        clock = seconds // 3600, seconds // 60 % 60, seconds % 60
        return cls(*_check_ordinal(days), *clock, micros, tz)

    def _to_micros(self):
        seconds = (self.toordinal() * 24 + self._hour) * 3600 + self._minute * 60 + self._second
        return seconds * 10**6 + self._microsecond

    @classmethod
    def now(cls, tz=None):
        """Returns the current time."""
        return cls.fromtimestamp(_now(), tz)

    @classmethod
    def utcnow(cls):
        """Returns the current UTC time, naive."""
        return cls.fromtimestamp(_now())

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        """Returns the time of a number of seconds since 1970."""
        if tz is not None and not isinstance(tz, tzinfo):
            raise TypeError(f"tzinfo argument must be None or of a tzinfo subclass, not type '{type(tz).__name__}'")
        fraction, whole = modf(_timestamp(timestamp))
        micros = int(whole) * 10**6 + round(fraction * 10**6)
        _check_year(_EPOCH + micros // _DAY)
        result = cls._from_micros(_EPOCH * _DAY + micros, tz)
        return result if tz is None else tz.fromutc(result)

    @classmethod
    def utcfromtimestamp(cls, timestamp, /):
        """Returns the UTC time of a number of seconds since 1970, naive."""
        return cls.fromtimestamp(timestamp)

    @classmethod
    def combine(cls, date, time, tzinfo=True):
        """Returns the time of a day."""
        for obj, kind, i in ((date, _date, 1), (time, _time, 2)):
            if not isinstance(obj, kind):
                raise TypeError(f"combine() argument {i} must be datetime.{kind.__name__}, not {_plain_name(obj)}")
        tz = time._tzinfo if tzinfo is True else tzinfo
        return cls(date._year, date._month, date._day, *time._clock_numbers(), tz, fold=time._fold)

    @classmethod
    def fromisoformat(cls, date_string, /):
        """Reads a time as in 2024-02-29T13:05:09.12+02:00 or 20240229."""
        groups = _match(_datetime_text, date_string)
        clock = _read_time(groups[9:]) if groups[9] else ()
        return cls(*_read_date(groups, date_string), *clock)

    @classmethod
    def strptime(cls, date_string, format, /):
        """Reads a time as a format says."""
        for i, value in enumerate((date_string, format), 1):
            if not isinstance(value, str):
                raise TypeError(f"strptime() argument {i} must be str, not {_plain_name(value)}")
        p = parse_time(date_string, format)
        tz = None
        if p.offset is not None:
            offset = timedelta(seconds=p.offset, microseconds=p.offset_fraction)
            tz = timezone(offset, p.zone) if p.zone else timezone(offset)
        return cls(*p.numbers[:6], p.microsecond, tz)

    def _as_argument(self):
        return self

    def _nine(self):
        n = self.toordinal()
        yday = n - to_ordinal(self._year, 1, 1) + 1
        clock = self._hour, self._minute, self._second
        return (self._year, self._month, self._day) + clock + ((n + 6) % 7, yday, -1)

    def timetuple(self):
        """Returns a struct_time."""
        dst = self.dst()
        return struct_time(self._nine()[:8] + (-1 if dst is None else int(bool(dst)),))

    def utctimetuple(self):
        """Returns a struct_time of the UTC time."""
        offset = self.utcoffset()
        utc = self - offset if offset else self
        return struct_time(utc._nine()[:8] + (0,))

    def timestamp(self):
        """Returns the seconds since 1970; a naive time is UTC."""
        offset = self.utcoffset()
        return (self._to_micros() - _EPOCH * _DAY - (_micros(offset) if offset else 0)) / 10**6

    def date(self):
        """Returns the day."""
        return _date(self._year, self._month, self._day)

    def time(self):
        """Returns the time of the day, naive."""
        return _time(*self._clock_numbers(), fold=self._fold)

    def timetz(self):
        """Returns the time of the day, with its time zone."""
        return _time(*self._clock_numbers(), self._tzinfo, fold=self._fold)

    def replace(
        self, year=None, month=None, day=None,
        hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None,
    ):  # fmt: skip
        """Returns the time with some parts changed."""
        return type(self)(
            self._year if year is None else year,
            self._month if month is None else month,
            self._day if day is None else day,
            self._hour if hour is None else hour,
            self._minute if minute is None else minute,
            self._second if second is None else second,
            self._microsecond if microsecond is None else microsecond,
            self._tzinfo if tzinfo is True else tzinfo,
            fold=self._fold if fold is None else fold,
        )

    def astimezone(self, tz=None):
        """Returns the same time in another time zone; a naive time is UTC."""
        if tz is None:
            tz = timezone(_ZERO, "UTC")
        elif not isinstance(tz, tzinfo):
            raise TypeError(f"tzinfo argument must be None or of a tzinfo subclass, not type '{type(tz).__name__}'")
        if tz is self._tzinfo:
            return self
        offset = self.utcoffset()
        utc = self._from_micros(self._to_micros() - (_micros(offset) if offset else 0), tz)
        return tz.fromutc(utc)

    def ctime(self):
        """Returns the text as in Thu Feb 29 13:05:09 2024."""
        clock = f"{self._hour:02d}:{self._minute:02d}:{self._second:02d}"
        return f"{self._head()} {clock} {self._year:04d}"

    def isoformat(self, sep="T", timespec="auto"):
        """Returns the text as in 2024-02-29T13:05:09.000042+02:00."""
        if not isinstance(sep, str) or len(sep) != 1:
            kind = type(sep).__name__ if not isinstance(sep, str) else "str"
            raise TypeError(f"isoformat() argument 1 must be a unicode character, not {kind}")
        clock = _clock_text(*self._clock_numbers(), timespec)
        return f"{self._year:04d}-{self._month:02d}-{self._day:02d}{sep}{clock}{_offset_text(self.utcoffset())}"

    def __str__(self):
        return self.isoformat(" ")

    def __repr__(self):
        head = f"{self._year}, {self._month}, {self._day}, {self._hour}, {self._minute}"
        return f"{_type_name(self)}({head}{self._tail()})"

    def _against(self, other, equality=False):
        """What to compare of both; None if they cannot be compared."""
        if not isinstance(other, datetime):
            if isinstance(other, _date) and not equality:
                raise TypeError(f"can't compare {_type_name(self)} to {_type_name(other)}")
            return None
        if self._tzinfo is other._tzinfo:
            return self._to_micros(), other._to_micros()
        mine, others = self.utcoffset(), other.utcoffset()
        if (mine is None) != (others is None):
            if equality:
                return 0, 1
            raise TypeError("can't compare offset-naive and offset-aware datetimes")
        if mine is None:
            return self._to_micros(), other._to_micros()
        return self._to_micros() - _micros(mine), other._to_micros() - _micros(others)

    def __eq__(self, other):
        keys = self._against(other, True)
        if keys is None:
            return False if isinstance(other, _date) else NotImplemented
        return keys[0] == keys[1]

    def __hash__(self):
        offset = self.utcoffset()
        return hash(self._to_micros() - (_micros(offset) if offset else 0))

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return self._from_micros(self._to_micros() + _micros(other), self._tzinfo)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self._from_micros(self._to_micros() - _micros(other), self._tzinfo)
        if not isinstance(other, datetime):
            return NotImplemented
        difference = self._to_micros() - other._to_micros()
        if self._tzinfo is not other._tzinfo:
            mine, others = self.utcoffset(), other.utcoffset()
            if (mine is None) != (others is None):
                raise TypeError("can't subtract offset-naive and offset-aware datetimes")
            if mine is not None:
                difference += _micros(others) - _micros(mine)
        return _delta(difference)

    def __reduce__(self):
        return type(self), self._key() + self._clock_numbers() + (self._tzinfo,)


# Inside of datetime these names are those of methods.
_date, _time = date, time

datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(microseconds=1)
