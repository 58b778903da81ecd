"""OrderedDict on top of dict, which keeps the order already.

move_to_end(last=False) costs as much as the dict is long.
"""

from collections.abc import ItemsView, KeysView, ValuesView

_required = object()


def _watched(od, it, what):
    """Iterates over a dict and notices, as OrderedDict does, that it has changed."""
    changes = od._changes
    for key in it:
        yield key if what is None else what(key)
        if od._changes != changes:
            raise RuntimeError("OrderedDict mutated during iteration")


class odict_keys(KeysView):
    def __iter__(self):
        return iter(self._mapping)

    def __reversed__(self):
        return reversed(self._mapping)

    def __repr__(self):
        return f"odict_keys({list(self)!r})"


class odict_values(ValuesView):
    def __reversed__(self):
        return (self._mapping[k] for k in reversed(self._mapping))

    def __repr__(self):
        return f"odict_values({list(self)!r})"


class odict_items(ItemsView):
    def __reversed__(self):
        return ((k, self._mapping[k]) for k in reversed(self._mapping))

    def __repr__(self):
        return f"odict_items({list(self)!r})"


class OrderedDict(dict):
    """A dict that is compared by its order too, and whose order can be changed."""

    __slots__ = ("_changes", "__dict__")

    def __new__(cls, /, *args, **kwds):
        self = dict.__new__(cls)
        self._changes = 0
        return self

    def __init__(self, other=(), /, **kwds):
        self.update(other, **kwds)

    def __setitem__(self, key, value):
        if key not in self:
            self._changes += 1
        dict.__setitem__(self, key, value)

    def __delitem__(self, key):
        dict.__delitem__(self, key)
        self._changes += 1

    def __iter__(self):
        return _watched(self, dict.keys(self).__iter__(), None)

    def __reversed__(self):
        return _watched(self, dict.__reversed__(self), None)

    def clear(self):
        """Removes all pairs."""
        dict.clear(self)
        self._changes += 1

    def popitem(self, last=True):
        """Removes and returns the last pair, or the first."""
        if not self:
            raise KeyError("dictionary is empty")
        key = next(reversed(self) if last else iter(self))
        return key, self.pop(key)

    def move_to_end(self, key, last=True):
        """Moves a key to the end, or to the beginning."""
        if key not in self:
            raise KeyError(key)
        value = dict.pop(self, key)
        if last:
            dict.__setitem__(self, key, value)
        else:
            rest = dict(self)
            dict.clear(self)
            dict.__setitem__(self, key, value)
            dict.update(self, rest)
        self._changes += 1

    def pop(self, key, default=_required):
        """Removes a key and returns its value, or default."""
        if key in self:
            value = self[key]
            del self[key]
            return value
        if default is _required:
            raise KeyError(key)
        return default

    def setdefault(self, key, default=None):
        """Returns the value of a key, which is set to default first if it is not there."""
        if key not in self:
            self[key] = default
        return self[key]

    def update(self, other=(), /, **kwds):
        """Takes the pairs of a mapping or of an iterable, then the keywords."""
        if hasattr(other, "keys"):
            for key in other.keys():
                self[key] = other[key]
        else:
            for key, value in other:
                self[key] = value
        for key, value in kwds.items():
            self[key] = value

    def keys(self):
        """Returns a view of the keys."""
        return odict_keys(self)

    def values(self):
        """Returns a view of the values."""
        return odict_values(self)

    def items(self):
        """Returns a view of the pairs."""
        return odict_items(self)

    def copy(self):
        """Returns a shallow copy."""
        return type(self)(self)

    __copy__ = copy

    @classmethod
    def fromkeys(cls, iterable, value=None):
        """Makes one with keys from an iterable and one value."""
        self = cls()
        for key in iterable:
            self[key] = value
        return self

    def __eq__(self, other):
        if isinstance(other, OrderedDict):
            return dict.__eq__(self, other) and list(self) == list(other)
        return dict.__eq__(self, other)

    def __ne__(self, other):
        return not self == other

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        new = type(self)(self)
        new.update(other)
        return new

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        new = type(self)(other)
        new.update(self)
        return new

    def __ior__(self, other):
        self.update(other)
        return self

    def __repr__(self):
        if not self:
            return f"{type(self).__name__}()"
        if id(self) in _shown:
            return "..."
        _shown.add(id(self))
        try:
            return f"{type(self).__name__}({list(self.items())!r})"
        finally:
            _shown.discard(id(self))

    def __reduce__(self):
        state = dict(vars(self))
        return type(self), (), state or None, None, iter(self.items())


# The dicts whose repr is under way.
_shown = set()
