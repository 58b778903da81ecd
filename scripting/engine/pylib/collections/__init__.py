"""Containers: namedtuple, deque, defaultdict, OrderedDict, Counter, ChainMap, UserDict, UserList, UserString.

deque and defaultdict come from the engine, as do OrderedDict and Counter where it
has them. ChainMap and the User classes are loaded when they are first asked for.

Differs: the __new__ of a namedtuple takes *args and **kwargs, with the same errors.
"""

import sys

from _collections import defaultdict, deque
from keyword import iskeyword
from operator import itemgetter

from _signature import ABSENT, Signature

__all__ = [
    "ChainMap", "Counter", "OrderedDict", "UserDict", "UserList", "UserString",
    "defaultdict", "deque", "namedtuple",
]  # fmt: skip


def __getattr__(name):
    if name in ("ChainMap", "UserDict", "UserList", "UserString"):
        import _collections_user

        value = globals()[name] = getattr(_collections_user, name)
        return value
    raise AttributeError(f"module 'collections' has no attribute {name!r}")


def _readonly(self, value):
    raise AttributeError("can't set attribute")


def _undeletable(self):
    raise AttributeError("can't delete attribute")


def _field_names(typename, field_names, rename):
    if isinstance(field_names, str):
        field_names = field_names.replace(",", " ").split()
    names = [str(n) for n in field_names]
    if rename:
        seen = set()
        for i, n in enumerate(names):
            if not n.isidentifier() or iskeyword(n) or n.startswith("_") or n in seen:
                names[i] = f"_{i}"
            seen.add(n)
    for n in [typename] + names:
        if not n.isidentifier():
            raise ValueError(f"Type names and field names must be valid identifiers: {n!r}")
        if iskeyword(n):
            raise ValueError(f"Type names and field names cannot be a keyword: {n!r}")
    seen = set()
    for n in names:
        if n.startswith("_") and not rename:
            raise ValueError(f"Field names cannot start with an underscore: {n!r}")
        if n in seen:
            raise ValueError(f"Encountered duplicate field name: {n!r}")
        seen.add(n)
    return tuple(names)


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    """Returns a subclass of tuple whose items have names."""
    typename = str(typename)
    names = _field_names(typename, field_names, rename)
    field_defaults = {}
    if defaults is not None:
        defaults = tuple(defaults)
        if len(defaults) > len(names):
            raise TypeError("Got more default values than field names")
        field_defaults = dict(zip(names[len(names) - len(defaults) :], defaults))
    size = len(names)
    signature = Signature(f"{typename}.__new__", names, field_defaults)

    def __new__(_cls, *args, **kwargs):
        if kwargs or len(args) != size:
            args = signature.bind(args, kwargs)
            if ABSENT in args:
                args = [field_defaults[n] if v is ABSENT else v for n, v in zip(names, args)]
        return tuple.__new__(_cls, args)

    def _make(cls, iterable):
        result = tuple.__new__(cls, iterable)
        if len(result) != size:
            raise TypeError(f"Expected {size} arguments, got {len(result)}")
        return result

    def _replace(self, /, **kwds):
        result = self._make([kwds.pop(n) if n in kwds else v for n, v in zip(names, self)])
        if kwds:
            raise ValueError(f"Got unexpected field names: {list(kwds)!r}")
        return result

    def __repr__(self):
        shown = ", ".join([f"{n}={v!r}" for n, v in zip(names, self)])
        return f"{type(self).__name__}({shown})"

    def _asdict(self):
        return dict(zip(names, self))

    def __getnewargs__(self):
        return tuple(self)

    _make.__doc__ = f"Make a new {typename} object from a sequence or iterable"
    _replace.__doc__ = f"Return a new {typename} object replacing specified fields with new values"
    _asdict.__doc__ = "Return a new dict which maps field names to their values."
    methods = (__new__, _make, _replace, __repr__, _asdict, __getnewargs__)
    for method in methods:
        method.__qualname__ = f"{typename}.{method.__name__}"
    if module is None:
        try:
            module = sys._getframe(1).f_globals.get("__name__", "__main__")
        except (AttributeError, ValueError):
            module = "__main__"
    namespace = {
        "__module__": module,
        "__doc__": f"{typename}({', '.join(names)})",
        "__slots__": (),
        "__match_args__": names,
        "_fields": names,
        "_field_defaults": field_defaults,
    }
    namespace.update((m.__name__, classmethod(m) if m is _make else m) for m in methods)
    for i, n in enumerate(names):
        namespace[n] = property(itemgetter(i), _readonly, _undeletable, f"Alias for field number {i}")
    return type(typename, (tuple,), namespace)


try:
    from _collections import OrderedDict
except ImportError:
    from collections._ordered import OrderedDict

try:
    from _collections import Counter
except ImportError:
    from collections._counter import Counter
