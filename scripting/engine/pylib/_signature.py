"""Binds arguments to parameters that are known only at run time.

Signature(name, positional, optional, keyword_only).bind(args, kwargs) returns the
values in the order of the parameters, ABSENT for an optional one that was not
given. Errors are those of a call of a function written out. It serves classes
whose __init__ or __new__ is made from a list of fields: namedtuple, dataclass.
"""


class _Absent:
    def __repr__(self):
        return "<absent>"


ABSENT = _Absent()


def listed(names):
    """'a', 'b', and 'c': the names of missing arguments as errors give them."""
    names = [repr(name) for name in names]
    if len(names) < 3:
        return " and ".join(names)
    return ", ".join(names[:-1]) + ", and " + names[-1]


def _plural(n):
    return "" if n == 1 else "s"


class Signature:
    """The parameters behind self (or cls) of a method."""

    __slots__ = ("name", "positional", "optional", "keyword_only", "_index", "_least")

    def __init__(self, name, positional, optional=(), keyword_only=()):
        self.name = name
        self.positional = tuple(positional)
        self.optional = frozenset(optional)
        self.keyword_only = tuple(keyword_only)
        self._index = {n: i for i, n in enumerate(self.positional + self.keyword_only)}
        self._least = sum(1 for n in self.positional if n not in self.optional)

    def bind(self, args, kwargs):
        given, most = len(args), len(self.positional)
        values = list(args[:most])
        if given < most or self.keyword_only:
            values += [ABSENT] * (len(self._index) - len(values))
        for key, value in kwargs.items():
            i = self._index.get(key)
            if i is None:
                raise TypeError(f"{self.name}() got an unexpected keyword argument {key!r}")
            if i < given and i < most:
                raise TypeError(f"{self.name}() got multiple values for argument {key!r}")
            values[i] = value
        if given > most:
            self._too_many(given, kwargs)
        if given < self._least or self.keyword_only:
            self._check_missing(values)
        return values

    def _too_many(self, given, kwargs):
        most, least, given = len(self.positional) + 1, self._least + 1, given + 1
        if least < most:
            takes = f"from {least} to {most} positional arguments"
        else:
            takes = f"{most} positional argument{_plural(most)}"
        also = sum(1 for key in kwargs if key in self.keyword_only)
        if also:
            got = f"{given} positional argument{_plural(given)} (and {also} keyword-only argument{_plural(also)})"
        else:
            got = str(given)
        was = "was" if given == 1 and not also else "were"
        raise TypeError(f"{self.name}() takes {takes} but {got} {was} given")

    def _check_missing(self, values):
        for kind, names in (("positional", self.positional), ("keyword-only", self.keyword_only)):
            missing = [n for n in names if values[self._index[n]] is ABSENT and n not in self.optional]
            if missing:
                n = len(missing)
                raise TypeError(f"{self.name}() missing {n} required {kind} argument{_plural(n)}: {listed(missing)}")
