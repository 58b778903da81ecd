"""copy and deepcopy.

They use __copy__, __deepcopy__, __reduce_ex__, __reduce__, __getstate__ and
__setstate__ of a class that defines them, and the attributes and items of one that
does not. The memo of deepcopy is a dict from id to copy, as in CPython.

Differs: copyreg's table is not there.
"""

__all__ = ["Error", "copy", "deepcopy"]


class Error(Exception):
    """Something cannot be copied."""


error = Error


class _Sample:
    def method(self):
        pass


def _types(*samples):
    return {type(s) for s in samples}


_Method = type(_Sample().method)

# What is its own copy: nothing about it can change, or it is one of its kind.
_atomic = _types(
    None, ..., NotImplemented, 0, 1.0, True, 1j, b"", "", range(0), slice(None), int, _types, len, property(), lambda: 0
)  # fmt: skip
_atomic.add(type(_types.__code__))
_shallow_atomic = _atomic | {tuple, frozenset}
_plain = (list, dict, set, bytearray)


def copy(x):
    """Returns a copy that shares its items and attributes with x."""
    cls = type(x)
    if cls in _shallow_atomic or issubclass(cls, type):
        return x
    if cls in _plain:
        return x.copy()
    method = getattr(cls, "__copy__", None)
    if method is not None:
        return method(x)
    return _rebuild(x, _reduced(x), None)


def deepcopy(x, memo=None):
    """Returns a copy that shares nothing with x that could be changed."""
    cls = type(x)
    if cls in _atomic:
        return x
    if memo is None:
        memo = {}
    key = id(x)
    if key in memo:
        return memo[key]
    if issubclass(cls, type):
        return x
    if cls in _deep:
        y = _deep[cls](x, memo)
    else:
        method = getattr(x, "__deepcopy__", None)
        y = method(memo) if method is not None else _rebuild(x, _reduced(x), memo)
    if y is not x:
        memo[key] = y
        # The originals have to live as long as the memo, or their ids come again.
        memo.setdefault(id(memo), []).append(x)
    return y


def _deep_list(x, memo):
    y = memo[id(x)] = []
    for item in x:
        y.append(deepcopy(item, memo))
    return y


def _deep_dict(x, memo):
    y = memo[id(x)] = {}
    for key, value in x.items():
        y[deepcopy(key, memo)] = deepcopy(value, memo)
    return y


def _deep_tuple(x, memo):
    items = [deepcopy(item, memo) for item in x]
    # A tuple inside of itself has been copied by now.
    if id(x) in memo:
        return memo[id(x)]
    for old, new in zip(x, items):
        if old is not new:
            return tuple(items)
    return x


def _deep_set(x, memo):
    return type(x)([deepcopy(item, memo) for item in x])


def _deep_bytearray(x, memo):
    return bytearray(x)


def _deep_method(x, memo):
    return _Method(x.__func__, deepcopy(x.__self__, memo))


_deep = {
    list: _deep_list, dict: _deep_dict, tuple: _deep_tuple, set: _deep_set, frozenset: _deep_set,
    bytearray: _deep_bytearray, _Method: _deep_method,
}  # fmt: skip


def _overrides(cls, name):
    method = getattr(cls, name, None)
    return method is not None and method is not getattr(object, name, None)


def _reduced(x):
    """Returns (callable, args, state, items, pairs): what to make a copy of x from."""
    cls = type(x)
    if _overrides(cls, "__reduce_ex__"):
        parts = x.__reduce_ex__(4)
    elif _overrides(cls, "__reduce__") and not isinstance(x, BaseException):
        parts = x.__reduce__()
    elif isinstance(x, BaseException):
        parts = cls, x.args, _state(x)
    else:
        parts = _parts(x, cls)
    if isinstance(parts, str):
        return x, None, None, None, None
    parts = tuple(parts)
    return parts + (None,) * (5 - len(parts))


# Built-in classes whose values cannot change, so that a copy is made with them.
_values = (int, float, complex, str, bytes, tuple, frozenset)


def _parts(x, cls):
    items = pairs = None
    base = object
    for value in _values:
        if issubclass(cls, value):
            base = value
    if _overrides(cls, "__getnewargs_ex__"):
        args, kwargs = x.__getnewargs_ex__()
        return lambda *a: cls.__new__(cls, *a, **kwargs), tuple(args), _state(x)
    if _overrides(cls, "__getnewargs__") and base is object:
        return _new, (cls,) + tuple(x.__getnewargs__()), _state(x)
    if base is not object:
        args = tuple(x.__getnewargs__()) if "__getnewargs__" in cls.__dict__ else (_value(base, x),)
        return _new, (cls,) + args, _state(x)
    if isinstance(x, list):
        items = list.__iter__(x)
    elif isinstance(x, dict):
        pairs = iter(x.items())
    elif isinstance(x, set):
        return _filled, (cls, set, set.copy(x)), _state(x)
    elif isinstance(x, bytearray):
        return _filled, (cls, bytearray, bytes(x)), _state(x)
    return _new_like, (cls,), _state(x), items, pairs


def _value(base, x):
    return base(tuple.__iter__(x)) if base is tuple else base.__new__(base, x)


def _new(cls, *args):
    return cls.__new__(cls, *args)


def _filled(cls, base, value):
    y = cls.__new__(cls)
    base.__init__(y, value)
    return y


def _new_like(cls):
    for base in _plain:
        if issubclass(cls, base):
            return cls.__new__(cls)
    try:
        return object.__new__(cls)
    except TypeError:
        raise TypeError(f"cannot pickle {cls.__name__!r} object") from None


def _state(x):
    """The attributes of x: a dict, or a pair of dicts if there are slots."""
    cls = type(x)
    if _overrides(cls, "__getstate__"):
        return x.__getstate__()
    attrs = getattr(x, "__dict__", None) or None
    slots = {}
    for base in cls.__mro__:
        names = base.__dict__.get("__slots__", ())
        for name in (names,) if isinstance(names, str) else names:
            if name not in ("__dict__", "__weakref__"):
                if name.startswith("__") and not name.endswith("__"):
                    name = f"_{base.__name__.lstrip('_')}{name}"
                if hasattr(x, name):
                    slots[name] = getattr(x, name)
    return (attrs, slots) if slots else attrs


def _rebuild(x, parts, memo):
    make, args, state, items, pairs = parts
    if args is None:
        return x
    deep = memo is not None
    if deep:
        args = [deepcopy(a, memo) for a in args]
    y = make(*args)
    if deep:
        memo[id(x)] = y
    if state is not None:
        if deep:
            state = deepcopy(state, memo)
        _restore(y, state)
    for item in items or ():
        y.append(deepcopy(item, memo) if deep else item)
    for key, value in pairs or ():
        if deep:
            key, value = deepcopy(key, memo), deepcopy(value, memo)
        y[key] = value
    return y


def _restore(y, state):
    if hasattr(y, "__setstate__") and not isinstance(y, BaseException):
        y.__setstate__(state)
        return
    slots = None
    if isinstance(state, tuple) and len(state) == 2:
        state, slots = state
    if state:
        y.__dict__.update(state)
    if slots:
        for name, value in slots.items():
            setattr(y, name, value)
