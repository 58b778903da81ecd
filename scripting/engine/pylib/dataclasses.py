"""Classes made of annotated fields: dataclass, field, fields, asdict, astuple, replace, make_dataclass.

Also Field, InitVar, KW_ONLY, MISSING, FrozenInstanceError and is_dataclass. The
methods are closures over the fields instead of generated source.

Differs: the signature of __init__ is *args, **kwargs with the same errors; weakref_slot
does nothing; asdict keeps the default_factory of a defaultdict.
"""

import copy

from abc import update_abstractmethods
from keyword import iskeyword
from types import GenericAlias, MappingProxyType, new_class

from _signature import ABSENT, Signature

__all__ = [
    "dataclass", "field", "Field", "FrozenInstanceError", "InitVar", "KW_ONLY", "MISSING",
    "fields", "asdict", "astuple", "make_dataclass", "replace", "is_dataclass",
]  # fmt: skip


class FrozenInstanceError(AttributeError):
    """A field of a frozen instance was assigned or deleted."""


class _MISSING_TYPE:
    pass


MISSING = _MISSING_TYPE()


class _KW_ONLY_TYPE:
    pass


KW_ONLY = _KW_ONLY_TYPE()


_FIELDS = "__dataclass_fields__"
_PARAMS = "__dataclass_params__"
_NO_METADATA = MappingProxyType({})


class InitVar:
    """The annotation of a field that only __init__ and __post_init__ get."""

    __slots__ = ("type",)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        name = self.type.__name__ if type(self.type) is type else repr(self.type)
        return f"dataclasses.InitVar[{name}]"

    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    """One field of a dataclass."""

    __slots__ = (
        "name", "type", "default", "default_factory", "repr", "hash", "init", "compare",
        "metadata", "kw_only", "_field_type",
    )  # fmt: skip

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = self.type = self._field_type = None
        self.default, self.default_factory = default, default_factory
        self.init, self.repr, self.hash, self.compare = init, repr, hash, compare
        self.metadata = _NO_METADATA if metadata is None else MappingProxyType(metadata)
        self.kw_only = kw_only

    def __repr__(self):
        names = (
            "name", "type", "default", "default_factory", "init", "repr", "hash", "compare",
            "metadata", "kw_only", "_field_type",
        )  # fmt: skip
        return f"Field({','.join([f'{n}={getattr(self, n)!r}' for n in names])})"

    def __set_name__(self, owner, name):
        # The default may be a descriptor that wants to know its name.
        method = getattr(type(self.default), "__set_name__", None)
        if method is not None:
            method(self.default, owner, name)

    __class_getitem__ = classmethod(GenericAlias)


class _Kind:
    """What a field is to the class: see the three below."""

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


_FIELD = _Kind("_FIELD")
_CLASSVAR = _Kind("_FIELD_CLASSVAR")
_INITVAR = _Kind("_FIELD_INITVAR")


def field(
    *,
    default=MISSING,
    default_factory=MISSING,
    init=True,
    repr=True,
    hash=None,
    compare=True,
    metadata=None,
    kw_only=MISSING,
):
    """Says more about a field than its annotation and default."""
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


class _Params:
    """The options that a class was decorated with."""

    __slots__ = ("init", "repr", "eq", "order", "unsafe_hash", "frozen")

    def __init__(self, init, repr, eq, order, unsafe_hash, frozen):
        self.init, self.repr, self.eq = init, repr, eq
        self.order, self.unsafe_hash, self.frozen = order, unsafe_hash, frozen

    def __repr__(self):
        return f"_DataclassParams({','.join([f'{n}={getattr(self, n)!r}' for n in self.__slots__])})"


def _annotated_as(annotation, module, name):
    """Tells whether an annotation, perhaps a string, is module.name or name, subscripted or not."""
    if isinstance(annotation, str):
        text = annotation.partition("[")[0].strip()
        return text in (name, f"{module}.{name}") or text.endswith(f".{name}")
    if module == "dataclasses":
        return annotation is InitVar or type(annotation) is InitVar
    shown = repr(annotation).partition("[")[0]
    return shown == f"typing.{name}"


def _make_field(cls, name, annotation, kw_only):
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        f = default
    else:
        # A slot of a base class is no default.
        if type(default) is _MemberDescriptor:
            default = MISSING
        f = field(default=default)
    f.name, f.type = name, annotation
    f._field_type = _FIELD
    if _annotated_as(annotation, "typing", "ClassVar"):
        f._field_type = _CLASSVAR
    elif _annotated_as(annotation, "dataclasses", "InitVar"):
        f._field_type = _INITVAR
    if f._field_type is not _FIELD and f.default_factory is not MISSING:
        raise TypeError(f"field {f.name} cannot have a default factory")
    if f._field_type is _CLASSVAR:
        if f.kw_only is not MISSING:
            raise TypeError(f"field {f.name} is a ClassVar but specifies kw_only")
    elif f.kw_only is MISSING:
        f.kw_only = kw_only
    if f._field_type is _FIELD and type(f.default).__hash__ is None:
        raise ValueError(
            f"mutable default {type(f.default)} for field {f.name} is not allowed: use default_factory"
        )
    return f


class _Slotted:
    __slots__ = ("slot",)


_MemberDescriptor = type(_Slotted.slot)


def _own_fields(cls, kw_only):
    """The fields that the class body annotates."""
    found = []
    seen_kw_only = False
    for name, annotation in cls.__dict__.get("__annotations__", {}).items():
        if annotation is KW_ONLY or isinstance(annotation, str) and _annotated_as(annotation, "dataclasses", "KW_ONLY"):
            if seen_kw_only:
                raise TypeError(f"{name!r} is KW_ONLY, but KW_ONLY has already been specified")
            seen_kw_only = kw_only = True
        else:
            found.append(_make_field(cls, name, annotation, kw_only))
    return found


def _set(cls, name, method):
    """Adds a method unless the class body has it; tells whether it has."""
    if name in cls.__dict__:
        return True
    method.__name__ = name
    method.__qualname__ = f"{cls.__qualname__}.{name}"
    setattr(cls, name, method)
    return False


def _init(cls, params, frozen, has_post_init):
    """Makes __init__ of the fields that take part in it."""
    own = [f for f in params if f.init]
    positional = [f for f in own if not f.kw_only]
    seen_default = False
    for f in positional:
        if f.default is not MISSING or f.default_factory is not MISSING:
            seen_default = True
        elif seen_default:
            raise TypeError(f"non-default argument {f.name!r} follows default argument")
    named = positional + [f for f in own if f.kw_only]
    optional = [f.name for f in own if f.default is not MISSING or f.default_factory is not MISSING]
    signature = Signature(
        f"{cls.__qualname__}.__init__",
        [f.name for f in positional],
        optional,
        [f.name for f in own if f.kw_only],
    )
    # What gets values in which order: a field that is no parameter has its default only.
    steps = []
    where = {f.name: i for i, f in enumerate(named)}
    post = []
    for f in params:
        i = where.get(f.name)
        if f._field_type is _INITVAR:
            post.append((i, f.default))
        elif i is not None or f.default_factory is not MISSING:
            steps.append((f.name, i, f.default, f.default_factory))
    # The bare object's __setattr__ passes by that of a frozen class.
    assign = object.__setattr__ if frozen else setattr
    size = len(named)
    simple = size == len(positional) and not post

    def __init__(self, /, *args, **kwargs):
        if not (simple and not kwargs and len(args) == size):
            args = signature.bind(args, kwargs)
        for name, i, default, factory in steps:
            value = ABSENT if i is None else args[i]
            if value is ABSENT:
                value = default if factory is MISSING else factory()
            assign(self, name, value)
        if has_post_init:
            self.__post_init__(*[default if args[i] is ABSENT else args[i] for i, default in post])

    __init__.__annotations__ = {f.name: _plain_type(f) for f in named}
    __init__.__annotations__["return"] = None
    return __init__


def _plain_type(f):
    return f.type.type if isinstance(f.type, InitVar) else f.type


# The objects whose repr is under way.
_shown = set()


def _repr(names):
    def __repr__(self):
        if id(self) in _shown:
            return "..."
        _shown.add(id(self))
        try:
            shown = ", ".join([f"{n}={getattr(self, n)!r}" for n in names])
        finally:
            _shown.discard(id(self))
        return f"{type(self).__qualname__}({shown})"

    return __repr__


def _values(obj, names):
    return tuple([getattr(obj, n) for n in names])


def _comparison(names, compare):
    def method(self, other):
        if type(other) is type(self):
            return compare(_values(self, names), _values(other, names))
        return NotImplemented

    return method


_ORDER = (
    ("__lt__", lambda a, b: a < b),
    ("__le__", lambda a, b: a <= b),
    ("__gt__", lambda a, b: a > b),
    ("__ge__", lambda a, b: a >= b),
)


def _freeze(cls, names):
    """Adds the __setattr__ and __delattr__ of a frozen class."""

    def __setattr__(self, name, value):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot assign to field {name!r}")
        super(cls, self).__setattr__(name, value)

    def __delattr__(self, name):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot delete field {name!r}")
        super(cls, self).__delattr__(name)

    for method in (__setattr__, __delattr__):
        if _set(cls, method.__name__, method):
            raise TypeError(f"Cannot overwrite attribute {method.__name__} in class {cls.__name__}")


def _hash(cls, own_hash, options, fields):
    """Decides about __hash__: see the table in the documentation of dataclass."""
    names = [f.name for f in fields if (f.compare if f.hash is None else f.hash)]

    def __hash__(self):
        return hash(_values(self, names))

    if options.unsafe_hash:
        if own_hash:
            raise TypeError(f"Cannot overwrite attribute __hash__ in class {cls.__name__}")
    elif not options.eq or own_hash:
        return
    elif not options.frozen:
        cls.__hash__ = None
        return
    __hash__.__qualname__ = f"{cls.__qualname__}.__hash__"
    cls.__hash__ = __hash__


def _shown_type(annotation):
    if isinstance(annotation, type) and not isinstance(annotation, GenericAlias):
        prefix = "" if annotation.__module__ == "builtins" else f"{annotation.__module__}."
        return prefix + annotation.__qualname__
    return repr(annotation).replace("typing.", "")


def _doc(cls, params):
    """The signature, as the docstring of a class that has none."""
    parts = []
    own = [f for f in params if f.init]
    named = [f for f in own if not f.kw_only]
    for i, f in enumerate(named + [f for f in own if f.kw_only]):
        if i == len(named):
            parts.append("*")
        text = f"{f.name}: {_shown_type(f.type)}"
        if f.default is not MISSING:
            text += f" = {f.default!r}"
        elif f.default_factory is not MISSING:
            text += " = <factory>"
        parts.append(text)
    return f"{cls.__name__}({', '.join(parts)})"


def _collect(cls, kw_only, frozen):
    """All fields by name, those of the bases first; and puts the defaults into the class."""
    found = {}
    inherited = any_frozen_base = False
    all_frozen = True
    for base in cls.__mro__[-1:0:-1]:
        base_fields = base.__dict__.get(_FIELDS)
        if base_fields is not None:
            inherited = True
            found.update(base_fields)
            if getattr(base, _PARAMS).frozen:
                any_frozen_base = True
            else:
                all_frozen = False
    own = _own_fields(cls, kw_only)
    for f in own:
        found[f.name] = f
        if isinstance(getattr(cls, f.name, None), Field):
            if f.default is MISSING:
                delattr(cls, f.name)
            else:
                setattr(cls, f.name, f.default)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in cls.__dict__.get("__annotations__", {}):
            raise TypeError(f"{name!r} is a field but has no type annotation")
    if inherited:
        if any_frozen_base and not frozen:
            raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
        if not all_frozen and frozen and not any_frozen_base:
            raise TypeError("cannot inherit frozen dataclass from a non-frozen one")
    return found, own


def _process(cls, options, match_args, kw_only, slots):
    found, own = _collect(cls, kw_only, options.frozen)
    setattr(cls, _FIELDS, found)
    setattr(cls, _PARAMS, options)
    eq = cls.__dict__.get("__eq__")
    defined_hash = cls.__dict__.get("__hash__", MISSING)
    # A class body with __eq__ only has __hash__ = None.
    own_hash = not (defined_hash is MISSING or defined_hash is None and eq is not None)
    if options.order and not options.eq:
        raise ValueError("eq must be true if order is true")
    params = [f for f in found.values() if f._field_type is not _CLASSVAR]
    fields = [f for f in params if f._field_type is _FIELD]
    if options.init:
        _set(cls, "__init__", _init(cls, params, options.frozen, hasattr(cls, "__post_init__")))
    if options.repr:
        _set(cls, "__repr__", _repr([f.name for f in fields if f.repr]))
    compared = [f.name for f in fields if f.compare]
    if options.eq:
        _set(cls, "__eq__", _comparison(compared, lambda a, b: a == b))
    if options.order:
        for name, compare in _ORDER:
            if _set(cls, name, _comparison(compared, compare)):
                raise TypeError(
                    f"Cannot overwrite attribute {name} in class {cls.__name__}. "
                    "Consider using functools.total_ordering"
                )
    if options.frozen:
        _freeze(cls, {f.name for f in fields})
    _hash(cls, own_hash, options, fields)
    if not cls.__dict__.get("__doc__"):
        cls.__doc__ = _doc(cls, params)
    if match_args and "__match_args__" not in cls.__dict__:
        cls.__match_args__ = tuple([f.name for f in params if f.init and not f.kw_only])
    if slots:
        cls = _with_slots(cls, [f.name for f in fields], options.frozen)
    return update_abstractmethods(cls)


def _with_slots(cls, names, frozen):
    """Makes the class anew with __slots__, which cannot be added to one."""
    if "__slots__" in cls.__dict__:
        raise TypeError(f"{cls.__name__} already specifies __slots__")
    inherited = set()
    for base in cls.__mro__[1:-1]:
        slots = base.__dict__.get("__slots__", ())
        inherited.update((slots,) if isinstance(slots, str) else slots)
    namespace = dict(cls.__dict__)
    for name in names + ["__dict__", "__weakref__"]:
        namespace.pop(name, None)
    namespace["__slots__"] = tuple([n for n in names if n not in inherited])
    namespace["__qualname__"] = cls.__qualname__
    if frozen:
        namespace.setdefault("__getstate__", _getstate)
        namespace.setdefault("__setstate__", _setstate)
    return type(cls)(cls.__name__, cls.__bases__, namespace)


def _getstate(self):
    return [getattr(self, f.name) for f in fields(self)]


def _setstate(self, state):
    for f, value in zip(fields(self), state):
        object.__setattr__(self, f.name, value)


def dataclass(
    cls=None,
    /,
    *,
    init=True,
    repr=True,
    eq=True,
    order=False,
    unsafe_hash=False,
    frozen=False,
    match_args=True,
    kw_only=False,
    slots=False,
    weakref_slot=False,
):
    """The decorator that adds methods made from the annotated fields of a class."""
    if weakref_slot and not slots:
        raise TypeError("weakref_slot is True but slots is False")

    def wrap(cls):
        options = _Params(init, repr, eq, order, unsafe_hash, frozen)
        return _process(cls, options, match_args, kw_only, slots)

    return wrap if cls is None else wrap(cls)


def fields(class_or_instance):
    """Returns the fields of a dataclass or of an instance."""
    try:
        found = getattr(class_or_instance, _FIELDS)
    except AttributeError:
        raise TypeError("must be called with a dataclass type or instance") from None
    return tuple([f for f in found.values() if f._field_type is _FIELD])


def _is_instance(obj):
    return hasattr(type(obj), _FIELDS)


def is_dataclass(obj):
    """Tells whether something is a dataclass or an instance of one."""
    cls = obj if isinstance(obj, type) else type(obj)
    return hasattr(cls, _FIELDS)


def asdict(obj, *, dict_factory=dict):
    """Returns the fields of an instance as a dict, those of instances inside too."""
    if not _is_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")
    return _converted(obj, lambda o: dict_factory([(f.name, o(f)) for f in o.fields]))


def astuple(obj, *, tuple_factory=tuple):
    """Returns the fields of an instance as a tuple, those of instances inside too."""
    if not _is_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")
    return _converted(obj, lambda o: tuple_factory([o(f) for f in o.fields]))


class _Converter:
    """Gives the converted value of each field of an instance."""

    def __init__(self, obj, build):
        self.obj, self.build = obj, build
        self.fields = fields(obj)

    def __call__(self, f):
        return _converted(getattr(self.obj, f.name), self.build)


def _converted(obj, build):
    if _is_instance(obj):
        return build(_Converter(obj, build))
    cls = type(obj)
    if isinstance(obj, tuple) and hasattr(obj, "_fields"):
        return cls(*[_converted(v, build) for v in obj])
    if isinstance(obj, (list, tuple)):
        return cls([_converted(v, build) for v in obj])
    if isinstance(obj, dict):
        pairs = [(_converted(k, build), _converted(v, build)) for k, v in obj.items()]
        if hasattr(cls, "default_factory"):
            result = cls(obj.default_factory)
            result.update(pairs)
            return result
        return cls(pairs)
    return copy.deepcopy(obj)


def make_dataclass(
    cls_name,
    fields,
    *,
    bases=(),
    namespace=None,
    init=True,
    repr=True,
    eq=True,
    order=False,
    unsafe_hash=False,
    frozen=False,
    match_args=True,
    kw_only=False,
    slots=False,
    weakref_slot=False,
):
    """Makes a dataclass of names, of pairs (name, type) and of (name, type, field)."""
    namespace = {} if namespace is None else dict(namespace)
    annotations = {}
    for item in fields:
        if isinstance(item, str):
            name, annotation = item, "typing.Any"
        elif len(item) == 2:
            name, annotation = item
        elif len(item) == 3:
            name, annotation, namespace[item[0]] = item
        else:
            raise TypeError(f"Invalid field: {item!r}")
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f"Field names must be valid identifiers: {name!r}")
        if iskeyword(name):
            raise TypeError(f"Field names must not be keywords: {name!r}")
        if name in annotations:
            raise TypeError(f"Field name duplicated: {name!r}")
        annotations[name] = annotation
    namespace["__annotations__"] = annotations
    cls = new_class(cls_name, bases, {}, lambda ns: ns.update(namespace))
    return dataclass(
        cls,
        init=init,
        repr=repr,
        eq=eq,
        order=order,
        unsafe_hash=unsafe_hash,
        frozen=frozen,
        match_args=match_args,
        kw_only=kw_only,
        slots=slots,
        weakref_slot=weakref_slot,
    )


def replace(obj, /, **changes):
    """Returns a new instance with some fields changed."""
    if not _is_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    for f in getattr(obj, _FIELDS).values():
        if f._field_type is _CLASSVAR:
            continue
        if not f.init:
            if f.name in changes:
                raise ValueError(
                    f"field {f.name} is declared with init=False, it cannot be specified with replace()"
                )
            continue
        if f.name not in changes:
            if f._field_type is _INITVAR and f.default is MISSING:
                raise ValueError(f"InitVar {f.name!r} must be specified with replace()")
            changes[f.name] = getattr(obj, f.name)
    return type(obj)(**changes)
