"""Counter on top of dict."""

from collections.abc import Mapping
from heapq import nlargest
from operator import itemgetter


class Counter(dict):
    """A dict from items to how often they were counted; 0 for what was not."""

    def __init__(self, iterable=None, /, **kwds):
        super().__init__()
        self.update(iterable, **kwds)

    def __missing__(self, key):
        return 0

    def total(self):
        """Returns the sum of the counts."""
        return sum(self.values())

    def most_common(self, n=None):
        """Returns the n pairs with the highest counts, highest first."""
        if n is None:
            return sorted(self.items(), key=itemgetter(1), reverse=True)
        return nlargest(n, self.items(), key=itemgetter(1))

    def elements(self):
        """Returns an iterator over the items, each as often as it counts."""
        return (item for item, n in self.items() for _ in range(n))

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError("Counter.fromkeys() is undefined.  Use Counter(iterable) instead.")

    def update(self, iterable=None, /, **kwds):
        """Adds counts: of the items of an iterable, of a mapping, of keywords."""
        if isinstance(iterable, Mapping):
            if self:
                for item, n in iterable.items():
                    self[item] = n + self.get(item, 0)
            else:
                super().update(iterable)
        elif iterable is not None:
            get = self.get
            for item in iterable:
                self[item] = get(item, 0) + 1
        if kwds:
            self.update(kwds)

    def subtract(self, iterable=None, /, **kwds):
        """Takes counts away, as update adds them."""
        if isinstance(iterable, Mapping):
            for item, n in iterable.items():
                self[item] = self.get(item, 0) - n
        elif iterable is not None:
            for item in iterable:
                self[item] = self.get(item, 0) - 1
        if kwds:
            self.subtract(kwds)

    def copy(self):
        """Returns a shallow copy."""
        return type(self)(self)

    def __reduce__(self):
        return type(self), (dict(self),)

    def __delitem__(self, item):
        if item in self:
            super().__delitem__(item)

    def __repr__(self):
        if not self:
            return f"{type(self).__name__}()"
        try:
            shown = dict(self.most_common())
        except TypeError:
            shown = dict(self)
        return f"{type(self).__name__}({shown!r})"

    def _compare(self, other, holds):
        """Tells whether holds(a, b) is true of all counts, 0 for what one side lacks."""
        if not isinstance(other, Counter):
            return NotImplemented
        return all(holds(self[item], other[item]) for part in (self, other) for item in part)

    def __eq__(self, other):
        return self._compare(other, lambda a, b: a == b)

    def __ne__(self, other):
        equal = self == other
        return equal if equal is NotImplemented else not equal

    def __le__(self, other):
        return self._compare(other, lambda a, b: a <= b)

    def __ge__(self, other):
        return self._compare(other, lambda a, b: a >= b)

    def __lt__(self, other):
        return self._compare(other, lambda a, b: a <= b) and self != other

    def __gt__(self, other):
        return self._compare(other, lambda a, b: a >= b) and self != other

    def _combined(self, other, combine):
        """Returns the positive ones of combine(a, b) of all counts."""
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for item in self:
            n = combine(self[item], other[item])
            if n > 0:
                result[item] = n
        for item in other:
            if item not in self:
                n = combine(0, other[item])
                if n > 0:
                    result[item] = n
        return result

    def __add__(self, other):
        return self._combined(other, lambda a, b: a + b)

    def __sub__(self, other):
        return self._combined(other, lambda a, b: a - b)

    def __or__(self, other):
        return self._combined(other, lambda a, b: b if a < b else a)

    def __and__(self, other):
        return self._combined(other, lambda a, b: a if a < b else b)

    def __pos__(self):
        return self._combined(Counter(), lambda a, b: a)

    def __neg__(self):
        return self._combined(Counter(), lambda a, b: -a)

    def _become(self, result):
        if result is NotImplemented:
            return result
        self.clear()
        dict.update(self, result)
        return self

    def __iadd__(self, other):
        return self._become(self + other)

    def __isub__(self, other):
        return self._become(self - other)

    def __ior__(self, other):
        return self._become(self | other)

    def __iand__(self, other):
        return self._become(self & other)
