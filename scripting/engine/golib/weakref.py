"""References: ref, proxy, WeakValueDictionary, WeakKeyDictionary, WeakSet, WeakMethod, finalize.

Differs: they are not weak. What they refer to lives as long as they do, callbacks are
never called, and finalize runs only when it is called.
"""

__all__ = ["ReferenceType", "WeakKeyDictionary", "WeakMethod", "WeakSet", "WeakValueDictionary", "finalize", "proxy", "ref"]


class ref:
    """A reference to an object; calling it returns the object."""

    __slots__ = ("_to", "__callback__")

    def __init__(self, to, callback=None):
        if isinstance(to, (int, float, str, bytes, tuple, list, dict, type(None))) and type(to).__module__ == "builtins":
            raise TypeError(f"cannot create weak reference to {type(to).__name__!r} object")
        self._to, self.__callback__ = to, callback

    def __call__(self):
        return self._to

    def __eq__(self, other):
        return self._to == other._to if isinstance(other, ref) else NotImplemented

    def __hash__(self):
        return hash(self._to)


ReferenceType = WeakMethod = ref


def proxy(to, callback=None):
    """Returns the object itself."""
    return to


class WeakValueDictionary(dict):
    """A dict."""


class WeakKeyDictionary(dict):
    """A dict."""


class WeakSet(set):
    """A set."""


class finalize:
    """Calls a function once, when it is called."""

    def __init__(self, obj, func, /, *args, **kwargs):
        self._call = (func, args, kwargs)
        self.atexit = True

    @property
    def alive(self):
        """Tells whether it was called or detached."""
        return self._call is not None

    def __call__(self, _=None):
        if self._call is None:
            return None
        (func, args, kwargs), self._call = self._call, None
        return func(*args, **kwargs)

    def detach(self):
        """Gives up the call."""
        self._call = None
