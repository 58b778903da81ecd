"""Tools for functions: partial, wraps, reduce, lru_cache, total_ordering, cached_property, singledispatch, cmp_to_key.

Also partialmethod, update_wrapper, cache and singledispatchmethod.

Differs: an lru_cache does not guard against other lanes; singledispatch knows
abstract base classes by issubclass only, in the order of registration.
"""

from collections import namedtuple

from _named import Named
from abc import get_cache_token

__all__ = [
    "update_wrapper", "wraps", "WRAPPER_ASSIGNMENTS", "WRAPPER_UPDATES", "total_ordering",
    "cache", "cmp_to_key", "lru_cache", "reduce", "partial", "partialmethod",
    "singledispatch", "singledispatchmethod", "cached_property",
]  # fmt: skip

WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__")
WRAPPER_UPDATES = ("__dict__",)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Makes a wrapper look like the function it wraps."""
    for attr in assigned:
        try:
            value = getattr(wrapped, attr)
        except AttributeError:
            continue
        setattr(wrapper, attr, value)
    for attr in updated:
        getattr(wrapper, attr).update(getattr(wrapped, attr, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """The decorator that applies update_wrapper."""
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)


_required = object()


def reduce(*args):
    """reduce(function, iterable[, initial]): applies function to the items, from left to right."""
    if len(args) < 2:
        raise TypeError(f"reduce expected at least 2 arguments, got {len(args)}")
    if len(args) > 3:
        raise TypeError(f"reduce expected at most 3 arguments, got {len(args)}")
    function, iterable, *rest = args
    try:
        it = iter(iterable)
    except TypeError:
        raise TypeError("reduce() arg 2 must support iteration") from None
    value = rest[0] if rest else next(it, _required)
    if value is _required:
        raise TypeError("reduce() of empty iterable with no initial value")
    for item in it:
        value = function(value, item)
    return value


# The frozen attributes of partial objects are properties of these slots.
_PARTIAL_SLOTS = ("_func", "_args", "_keywords")


class partial(metaclass=Named, dotted="functools.partial"):
    """A call with some of the arguments given already."""

    __slots__ = _PARTIAL_SLOTS + ("__dict__",)

    def __new__(cls, /, *args, **keywords):
        if not args:
            raise TypeError("type 'partial' takes at least one argument")
        func, *args = args
        if not callable(func):
            raise TypeError("the first argument must be callable")
        if type(func) is partial and not func.__dict__:
            args = func._args + tuple(args)
            keywords = {**func._keywords, **keywords}
            func = func._func
        self = super().__new__(cls)
        self._func, self._args, self._keywords = func, tuple(args), keywords
        return self

    def __call__(self, /, *args, **keywords):
        if self._keywords:
            keywords = {**self._keywords, **keywords}
        return self._func(*self._args, *args, **keywords)

    def __repr__(self):
        shown = [repr(self._func)]
        shown += [repr(a) for a in self._args]
        shown += [f"{k}={v!r}" for k, v in self._keywords.items()]
        name = type(self).__qualname__
        if type(self) is partial:
            name = "functools.partial"
        return f"{name}({', '.join(shown)})"

    def __reduce__(self):
        return type(self), (self._func,), (self._func, self._args, self._keywords, self.__dict__ or None)

    def __setstate__(self, state):
        self._func, self._args, self._keywords, names = state
        if names:
            self.__dict__.update(names)


class _Readonly:
    """An attribute of a partial object."""

    def __init__(self, slot):
        self.slot = slot

    def __get__(self, instance, owner=None):
        return self if instance is None else getattr(instance, self.slot)

    def __set__(self, instance, value):
        raise AttributeError("readonly attribute")


for _slot in _PARTIAL_SLOTS:
    setattr(partial, _slot[1:], _Readonly(_slot))


class partialmethod:
    """A method with some of the arguments behind self given already."""

    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        if isinstance(func, partialmethod):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self.func, self.args, self.keywords = func, args, keywords

    def __repr__(self):
        shown = [repr(self.func)]
        shown += [repr(a) for a in self.args]
        shown += [f"{k}={v!r}" for k, v in self.keywords.items()]
        return f"functools.partialmethod({', '.join(shown)})"

    def __get__(self, obj, cls=None):
        # Bound by its own __get__ (a classmethod, say), the arguments come behind.
        getter = getattr(type(self.func), "__get__", None)
        bound = self.func if getter is None else getter(self.func, obj, cls)
        if bound is not self.func:
            return partial(bound, *self.args, **self.keywords)

        def method(self_or_cls, /, *args, **keywords):
            return self.func(self_or_cls, *self.args, *args, **{**self.keywords, **keywords})

        method.__isabstractmethod__ = self.__isabstractmethod__
        return method if obj is None else method.__get__(obj, cls)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)


class KeyWrapper(metaclass=Named, dotted="functools.KeyWrapper"):
    """What cmp_to_key makes of a value."""

    __slots__ = ("_compare", "obj")

    def __init__(self, compare, obj):
        self._compare, self.obj = compare, obj

    def _against(self, other):
        if not isinstance(other, KeyWrapper):
            raise TypeError("other argument must be K instance")
        return self._compare(self.obj, other.obj)

    def __lt__(self, other):
        return self._against(other) < 0

    def __gt__(self, other):
        return self._against(other) > 0

    def __eq__(self, other):
        return self._against(other) == 0

    def __le__(self, other):
        return self._against(other) <= 0

    def __ge__(self, other):
        return self._against(other) >= 0

    __hash__ = None


def cmp_to_key(mycmp):
    """Makes a key function of one that compares two values."""

    def K(obj):
        return KeyWrapper(mycmp, obj)

    return K


# What each of the operators gives the others: (name, how to get it).
def _total(root):
    def negated(self, other):
        result = root_of(self)(self, other)
        return result if result is NotImplemented else not result

    def and_different(self, other):
        result = root_of(self)(self, other)
        return result if result is NotImplemented else result and self != other

    def or_equal(self, other):
        result = root_of(self)(self, other)
        return result if result is NotImplemented else result or self == other

    def neither(self, other):
        result = root_of(self)(self, other)
        return result if result is NotImplemented else not result and self != other

    def not_or_equal(self, other):
        result = root_of(self)(self, other)
        return result if result is NotImplemented else not result or self == other

    def root_of(self):
        return getattr(type(self), root)

    if root in ("__lt__", "__gt__"):
        mirror = {"__lt__": ("__gt__", "__le__", "__ge__"), "__gt__": ("__lt__", "__ge__", "__le__")}[root]
        return zip(mirror, (neither, or_equal, negated))
    mirror = {"__le__": ("__ge__", "__lt__", "__gt__"), "__ge__": ("__le__", "__gt__", "__lt__")}[root]
    return zip(mirror, (not_or_equal, and_different, negated))


def total_ordering(cls):
    """Adds the comparisons that a class lacks, from __eq__ and one of the others."""
    order = ("__lt__", "__le__", "__gt__", "__ge__")
    own = [op for op in order if getattr(cls, op, None) is not getattr(object, op, None)]
    if not own:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    for name, method in _total(own[0]):
        if name not in own:
            method.__name__ = name
            method.__qualname__ = f"{cls.__qualname__}.{name}"
            setattr(cls, name, method)
    return cls


CacheInfo = namedtuple("CacheInfo", ["hits", "misses", "maxsize", "currsize"])

# Stands between the positional and the keyword arguments in a key.
_keywords_follow = object()


def _make_key(args, kwargs, typed):
    if kwargs:
        key = args + (_keywords_follow,)
        for item in kwargs.items():
            key += item
        if typed:
            key += tuple([type(v) for v in kwargs.values()])
    else:
        key = args
    if typed:
        key += tuple([type(v) for v in args])
    return key


class _lru_cache_wrapper:
    """A function with a cache in front. The dict's order is that of the last use."""

    def __init__(self, function, maxsize, typed):
        self._function, self._maxsize, self._typed = function, maxsize, typed
        self._results = {}
        self._hits = self._misses = 0

    def __call__(self, /, *args, **kwargs):
        key = args if not kwargs and not self._typed else _make_key(args, kwargs, self._typed)
        results, maxsize = self._results, self._maxsize
        if maxsize == 0:
            self._misses += 1
            return self._function(*args, **kwargs)
        found = results.get(key, results)
        if found is not results:
            self._hits += 1
            if maxsize is not None:
                del results[key]
                results[key] = found
            return found
        self._misses += 1
        result = self._function(*args, **kwargs)
        if maxsize is not None and key not in results and len(results) >= maxsize:
            del results[next(iter(results))]
        results[key] = result
        return result

    def __get__(self, obj, cls=None):
        return self if obj is None else _bind(self, obj)

    def __repr__(self):
        return f"<functools._lru_cache_wrapper object at {id(self):#x}>"

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def cache_info(self):
        """Returns hits, misses, maxsize and currsize."""
        return CacheInfo(self._hits, self._misses, self._maxsize, len(self._results))

    def cache_clear(self):
        """Forgets all results and counts."""
        self._results.clear()
        self._hits = self._misses = 0

    def cache_parameters(self):
        """Returns maxsize and typed."""
        return {"maxsize": self._maxsize, "typed": self._typed}


class _Sample:
    def method(self):
        pass


_bind = type(_Sample().method)


def lru_cache(maxsize=128, typed=False):
    """The decorator that keeps the results of the last maxsize different calls."""
    if isinstance(maxsize, int):
        maxsize = max(maxsize, 0)
    elif callable(maxsize) and isinstance(typed, bool):
        return update_wrapper(_lru_cache_wrapper(maxsize, 128, typed), maxsize)
    elif maxsize is not None:
        raise TypeError("Expected first argument to be an integer, a callable, or None")

    def decorate(function):
        return update_wrapper(_lru_cache_wrapper(function, maxsize, typed), function)

    return decorate


def cache(user_function, /):
    """The decorator that keeps the results of all calls."""
    return lru_cache(maxsize=None)(user_function)


class cached_property:
    """A property whose value is computed once and kept in the instance's __dict__."""

    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError(
                "Cannot assign the same cached_property to two different names "
                f"({self.attrname!r} and {name!r})."
            )

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        name = self.attrname
        if name is None:
            raise TypeError("Cannot use cached_property instance without calling __set_name__ on it.")
        try:
            values = instance.__dict__
        except AttributeError:
            raise TypeError(
                f"No '__dict__' attribute on {type(instance).__name__!r} "
                f"instance to cache {name!r} property."
            ) from None
        if name not in values:
            values[name] = self.func(instance)
        return values[name]

    __class_getitem__ = classmethod(type(list[int]))


def _find(cls, registry):
    """The registered class that comes first for cls."""
    for base in cls.__mro__:
        if base in registry and base is not object:
            return registry[base]
    best = object
    for known in registry:
        if known is not object and issubclass(cls, known):
            if best is not object and not issubclass(known, best):
                if not issubclass(best, known):
                    raise RuntimeError(f"Ambiguous dispatch: {best!r} or {known!r}")
                continue
            best = known
    return registry[best]


def _first_hint(func):
    """The annotation of the first parameter, for register without a class."""
    hints = getattr(func, "__annotations__", {})
    if not hints:
        raise TypeError(
            f"Invalid first argument to `register()`: {func!r}. Use either `@register(some_class)` "
            "or plain `@register` on an annotated function."
        )
    from typing import get_type_hints

    name, hint = next(iter(get_type_hints(func).items()))
    if not _classes(hint):
        raise TypeError(f"Invalid annotation for {name!r}. {hint!r} is not a class.")
    return hint


_union = type(int | str)


def _classes(hint):
    """The classes to register for a class or a union of classes."""
    if isinstance(hint, type):
        return (hint,)
    if isinstance(hint, _union) and all(isinstance(a, type) for a in hint.__args__):
        return hint.__args__
    return ()


def singledispatch(func):
    """The decorator for a function that is chosen by the class of its first argument."""
    registry = {object: func}
    found = {}
    token = None
    name = getattr(func, "__name__", "singledispatch function")

    def dispatch(cls):
        """Returns the function for a class."""
        nonlocal token
        if token != get_cache_token():
            found.clear()
            token = get_cache_token()
        if cls not in found:
            found[cls] = _find(cls, registry)
        return found[cls]

    def register(cls, func=None):
        """Registers a function for a class; a decorator."""
        if func is None:
            if _classes(cls):
                return lambda f: register(cls, f)
            func, cls = cls, _first_hint(cls)
        elif not _classes(cls):
            raise TypeError(f"Invalid first argument to `register()`. {cls!r} is not a class or union type.")
        for each in _classes(cls):
            registry[each] = func
        found.clear()
        return func

    def wrapper(*args, **kw):
        if not args:
            raise TypeError(f"{name} requires at least 1 positional argument")
        return dispatch(type(args[0]))(*args, **kw)

    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = type(type.__dict__)(registry)
    wrapper._clear_cache = found.clear
    return update_wrapper(wrapper, func)


class singledispatchmethod:
    """A method that is chosen by the class of its first argument behind self."""

    def __init__(self, func):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        """Registers a method for a class; a decorator."""
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        def method(*args, **kwargs):
            return self.dispatcher.dispatch(type(args[0])).__get__(obj, cls)(*args, **kwargs)

        method.__isabstractmethod__ = self.__isabstractmethod__
        method.register = self.register
        return update_wrapper(method, self.func)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)
