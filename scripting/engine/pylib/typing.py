"""The names of type annotations.

All of them can be subscripted, shown and compared, and nothing checks types. What
works besides: NamedTuple, TypedDict, NewType, Generic, Protocol with
runtime_checkable, get_type_hints, get_origin, get_args, cast, overload, final.

Differs: arguments of subscripts are not validated; get_type_hints evaluates
strings in the names of the module only; variance and bounds of type variables are
attributes without a meaning.
"""

import collections
import sys
import types

from abc import ABCMeta
from collections import abc

_Union = types.UnionType
_BuiltinAlias = types.GenericAlias

TYPE_CHECKING = False


def _shown(arg):
    """An argument of a subscript as a repr gives it."""
    if arg is ...:
        return "..."
    if isinstance(arg, list):
        return f"[{', '.join(map(_shown, arg))}]"
    if isinstance(arg, type) and not isinstance(arg, _BuiltinAlias):
        return arg.__qualname__ if arg.__module__ == "builtins" else f"{arg.__module__}.{arg.__qualname__}"
    if isinstance(arg, types.FunctionType):
        return arg.__name__
    return repr(arg)


def _converted(arg):
    """An argument of a subscript: None stands for its type, a string for a name."""
    if arg is None:
        return types.NoneType
    return ForwardRef(arg) if isinstance(arg, str) else arg


def _parameters(args):
    """The type variables among arguments, each once."""
    found = []
    for arg in args:
        for p in _parameters(arg) if isinstance(arg, list) else getattr(arg, "__parameters__", ()):
            if p not in found:
                found.append(p)
        if isinstance(arg, (TypeVar, ParamSpec, TypeVarTuple)) and arg not in found:
            found.append(arg)
    return tuple(found)


class _Operand:
    """What can be an operand of |."""

    __slots__ = ()

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


class _Alias(_Operand):
    """A subscripted name: __origin__[__args__]."""

    def __init__(self, origin, args, name):
        self.__origin__, self.__args__, self._name = origin, args, name
        self.__parameters__ = _parameters(args)
        self.__module__ = "typing"

    def __repr__(self):
        args = ", ".join(map(_shown, self.__args__))
        return f"{self._name}[{args or '()'}]"

    def __eq__(self, other):
        if not isinstance(other, _Alias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __getitem__(self, args):
        args = args if isinstance(args, tuple) else (args,)
        return self._with(dict(zip(self.__parameters__, map(_converted, args))))

    def _with(self, values):
        return type(self)(self.__origin__, tuple([_substituted(a, values) for a in self.__args__]), self._name)

    def __call__(self, *args, **kwargs):
        if self._name.startswith("typing."):
            self._name_called()
        result = self.__origin__(*args, **kwargs)
        try:
            result.__orig_class__ = self
        except AttributeError:
            pass
        return result

    def _name_called(self):
        if isinstance(self.__origin__, _Form):
            raise TypeError(f"Cannot instantiate {self!r}")
        name = self._name.removeprefix("typing.")
        raise TypeError(f"Type {name} cannot be instantiated; use {self.__origin__.__name__}() instead")

    def __getattr__(self, name):
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        return getattr(self.__origin__, name)

    def __mro_entries__(self, bases):
        if isinstance(self.__origin__, _Form):
            raise TypeError(f"Cannot subclass {self!r}")
        return (self.__origin__,)

    def __instancecheck__(self, obj):
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    __subclasscheck__ = __instancecheck__


def _substituted(arg, values):
    if isinstance(arg, list):
        return [_substituted(a, values) for a in arg]
    if isinstance(arg, _Alias):
        return arg._with(values) if arg.__parameters__ else arg
    return values.get(arg, arg) if isinstance(arg, (TypeVar, ParamSpec, TypeVarTuple)) else arg


class _CallableAlias(_Alias):
    """Callable[[int], str]; __args__ are flat."""

    def __repr__(self):
        *params, result = self.__args__
        if params == [...]:
            return f"{self._name}[..., {_shown(result)}]"
        return f"{self._name}[{_shown(params)}, {_shown(result)}]"


class _UnionAlias(_Alias):
    """Union[int, str], Optional[int]."""

    def __repr__(self):
        args = [a for a in self.__args__ if a is not types.NoneType]
        if len(args) == 1 and len(self.__args__) == 2:
            return f"typing.Optional[{_shown(args[0])}]"
        return super().__repr__()

    def __eq__(self, other):
        if isinstance(other, (_UnionAlias, _Union)):
            return set(self.__args__) == set(other.__args__)
        return NotImplemented

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def _with(self, values):
        return Union[tuple([_substituted(a, values) for a in self.__args__])]

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        return any(issubclass(cls, a) for a in self.__args__)


class _LiteralAlias(_Alias):
    """Literal["a", 1]; the arguments are values."""

    def __repr__(self):
        return f"{self._name}[{', '.join(map(repr, self.__args__))}]"

    def __eq__(self, other):
        if not isinstance(other, _LiteralAlias):
            return NotImplemented
        return {(type(a), a) for a in self.__args__} == {(type(a), a) for a in other.__args__}

    def __hash__(self):
        return hash(frozenset([(type(a), a) for a in self.__args__]))


class _AnnotatedAlias(_Alias):
    """Annotated[int, ...]: the type and __metadata__."""

    def __init__(self, origin, metadata):
        super().__init__(origin, (origin,), "typing.Annotated")
        self.__metadata__ = metadata

    def __repr__(self):
        return f"typing.Annotated[{_shown(self.__origin__)}, {', '.join(map(repr, self.__metadata__))}]"

    def __eq__(self, other):
        if not isinstance(other, _AnnotatedAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__metadata__ == other.__metadata__

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))

    def _with(self, values):
        return _AnnotatedAlias(_substituted(self.__origin__, values), self.__metadata__)


class _Form(_Operand):
    """A name like Union or ClassVar, which is no class."""

    def __init__(self, name, make=None):
        self._name, self._make = name, make

    def __repr__(self):
        return f"typing.{self._name}"

    def __getitem__(self, args):
        if self._make is not None:
            return self._make(args)
        args = args if isinstance(args, tuple) else (args,)
        return _Alias(self, tuple(map(_converted, args)), repr(self))

    def __call__(self, *args, **kwds):
        raise TypeError(f"Cannot instantiate {self!r}")

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass {self!r}")

    def __instancecheck__(self, obj):
        raise TypeError(f"{self!r} cannot be used with isinstance()")

    def __subclasscheck__(self, cls):
        raise TypeError(f"{self!r} cannot be used with issubclass()")

    def __reduce__(self):
        return self._name


def _make_union(args):
    args = args if isinstance(args, tuple) else (args,)
    flat = []
    for arg in map(_converted, args):
        for a in arg.__args__ if isinstance(arg, (_UnionAlias, _Union)) else (arg,):
            if a not in flat:
                flat.append(a)
    if not flat:
        raise TypeError("Cannot take a Union of no types.")
    return flat[0] if len(flat) == 1 else _UnionAlias(Union, tuple(flat), "typing.Union")


def _make_literal(args):
    args = args if isinstance(args, tuple) else (args,)
    flat = []
    for arg in args:
        flat.extend(arg.__args__ if isinstance(arg, _LiteralAlias) else (arg,))
    return _LiteralAlias(Literal, tuple(flat), "typing.Literal")


def _make_annotated(args):
    if not isinstance(args, tuple) or len(args) < 2:
        raise TypeError("Annotated[...] should be used with at least two arguments (a type and an annotation).")
    origin, metadata = _converted(args[0]), args[1:]
    if isinstance(origin, _AnnotatedAlias):
        origin, metadata = origin.__origin__, origin.__metadata__ + metadata
    return _AnnotatedAlias(origin, metadata)


Union = _Form("Union", _make_union)
Optional = _Form("Optional", lambda arg: Union[arg, None])
Literal = _Form("Literal", _make_literal)
Annotated = _Form("Annotated", _make_annotated)
ClassVar = _Form("ClassVar")
Final = _Form("Final")
NoReturn = _Form("NoReturn")
Never = _Form("Never")
Self = _Form("Self")
LiteralString = _Form("LiteralString")
TypeAlias = _Form("TypeAlias")
TypeGuard = _Form("TypeGuard")
Concatenate = _Form("Concatenate")
Required = _Form("Required")
NotRequired = _Form("NotRequired")
Unpack = _Form("Unpack")


class _AnyMeta(type):
    def __instancecheck__(cls, obj):
        if cls is Any:
            raise TypeError("typing.Any cannot be used with isinstance()")
        return super().__instancecheck__(obj)

    def __repr__(cls):
        return "typing.Any" if cls is Any else super().__repr__()


class Any(metaclass=_AnyMeta):
    """Every type."""

    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError("Any cannot be instantiated")
        return super().__new__(cls)


class _Class(_Operand):
    """A name like List, which stands for a class."""

    def __init__(self, name, origin):
        self._name, self.__origin__ = name, origin
        self.__module__ = "typing"

    def __repr__(self):
        return f"typing.{self._name}"

    def __getitem__(self, args):
        if self.__origin__ is abc.Callable and isinstance(args, tuple) and len(args) == 2:
            params, result = args
            params = list(params) if isinstance(params, list) else [params]
            return _CallableAlias(abc.Callable, tuple(map(_converted, params + [result])), repr(self))
        args = args if isinstance(args, tuple) else (args,)
        return _Alias(self.__origin__, tuple(map(_converted, args)), repr(self))

    def __call__(self, *args, **kwargs):
        raise TypeError(f"Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead")

    def __getattr__(self, name):
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        return getattr(self.__origin__, name)

    def __mro_entries__(self, bases):
        return (self.__origin__,)

    def __instancecheck__(self, obj):
        return isinstance(obj, self.__origin__)

    def __subclasscheck__(self, cls):
        return issubclass(cls, self.__origin__)


List = _Class("List", list)
Dict = _Class("Dict", dict)
Set = _Class("Set", set)
FrozenSet = _Class("FrozenSet", frozenset)
Tuple = _Class("Tuple", tuple)
Type = _Class("Type", type)
Deque = _Class("Deque", collections.deque)
DefaultDict = _Class("DefaultDict", collections.defaultdict)
OrderedDict = _Class("OrderedDict", collections.OrderedDict)
Counter = _Class("Counter", collections.Counter)

AbstractSet = _Class("AbstractSet", abc.Set)
AsyncGenerator = _Class("AsyncGenerator", abc.AsyncGenerator)
AsyncIterable = _Class("AsyncIterable", abc.AsyncIterable)
AsyncIterator = _Class("AsyncIterator", abc.AsyncIterator)
Awaitable = _Class("Awaitable", abc.Awaitable)
ByteString = _Class("ByteString", abc.ByteString)
Callable = _Class("Callable", abc.Callable)
Collection = _Class("Collection", abc.Collection)
Container = _Class("Container", abc.Container)
Coroutine = _Class("Coroutine", abc.Coroutine)
Generator = _Class("Generator", abc.Generator)
Hashable = _Class("Hashable", abc.Hashable)
ItemsView = _Class("ItemsView", abc.ItemsView)
Iterable = _Class("Iterable", abc.Iterable)
Iterator = _Class("Iterator", abc.Iterator)
KeysView = _Class("KeysView", abc.KeysView)
Mapping = _Class("Mapping", abc.Mapping)
MappingView = _Class("MappingView", abc.MappingView)
MutableMapping = _Class("MutableMapping", abc.MutableMapping)
MutableSequence = _Class("MutableSequence", abc.MutableSequence)
MutableSet = _Class("MutableSet", abc.MutableSet)
Reversible = _Class("Reversible", abc.Reversible)
Sequence = _Class("Sequence", abc.Sequence)
Sized = _Class("Sized", abc.Sized)
ValuesView = _Class("ValuesView", abc.ValuesView)

Text = str


def __getattr__(name):
    # What would load modules that a program may not need.
    if name in ("ContextManager", "AsyncContextManager", "ChainMap", "Pattern", "Match"):
        import contextlib
        import re

        made = {
            "ContextManager": contextlib.AbstractContextManager,
            "AsyncContextManager": contextlib.AbstractAsyncContextManager,
            "ChainMap": collections.ChainMap,
            "Pattern": type(re.compile("")),
            "Match": type(re.match("", "")),
        }
        for key, origin in made.items():
            globals()[key] = _Class(key, origin)
        return globals()[name]
    raise AttributeError(f"module 'typing' has no attribute {name!r}")


class _Variable(_Operand):
    """A TypeVar, ParamSpec or TypeVarTuple."""

    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False):
        self.__name__ = name
        self.__constraints__ = tuple(map(_converted, constraints))
        self.__bound__ = None if bound is None else _converted(bound)
        self.__covariant__, self.__contravariant__ = covariant, contravariant

    def __repr__(self):
        return ("+" if self.__covariant__ else "-" if self.__contravariant__ else "~") + self.__name__

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass an instance of {type(self).__name__}")


class TypeVar(_Variable):
    """A type variable."""


class ParamSpec(_Variable):
    """A variable for the parameters of a function."""

    @property
    def args(self):
        return ParamSpecArgs(self)

    @property
    def kwargs(self):
        return ParamSpecKwargs(self)


class ParamSpecArgs:
    """The args of a ParamSpec."""

    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f"{self.__origin__.__name__}.args"


class ParamSpecKwargs:
    """The kwargs of a ParamSpec."""

    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f"{self.__origin__.__name__}.kwargs"


class TypeVarTuple(_Variable):
    """A variable for any number of types."""

    def __iter__(self):
        yield Unpack[self]

    def __repr__(self):
        return self.__name__


AnyStr = TypeVar("AnyStr", bytes, str)


class ForwardRef:
    """A string in a subscript."""

    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        self.__forward_arg__ = arg

    def __eq__(self, other):
        return self.__forward_arg__ == other.__forward_arg__ if isinstance(other, ForwardRef) else NotImplemented

    def __hash__(self):
        return hash(self.__forward_arg__)

    def __repr__(self):
        return f"ForwardRef({self.__forward_arg__!r})"


def _subscribe(cls, params):
    """What cls[params] is for a class derived from Generic or Protocol."""
    params = params if isinstance(params, tuple) else (params,)
    name = f"{cls.__module__}.{cls.__qualname__}"
    return _Alias(cls, tuple(map(_converted, params)), name)


class Generic:
    """A base for classes that can be subscripted."""

    __slots__ = ()

    @classmethod
    def __class_getitem__(cls, params):
        return _subscribe(cls, params)

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if "__parameters__" not in cls.__dict__:
            cls.__parameters__ = _parameters(cls.__dict__.get("__orig_bases__", ()))


# What a protocol may define without asking for it.
_NOT_ASKED = frozenset(
    "__abstractmethods__ __annotations__ __dict__ __doc__ __init__ __module__ __new__ __slots__ __subclasshook__ "
    "__weakref__ __class_getitem__ __parameters__ __orig_bases__ __init_subclass__ __match_args__ _is_protocol "
    "_is_runtime_protocol _abc_impl __hash__ __qualname__ __firstlineno__".split()
)


def _asked(cls):
    """The names that a protocol asks for."""
    names = set()
    for base in cls.__mro__[:-1]:
        if base.__dict__.get("_is_protocol") and base.__name__ not in ("Protocol", "Generic"):
            names.update(base.__dict__)
            names.update(base.__dict__.get("__annotations__", ()))
    return names - _NOT_ASKED


class _ProtocolMeta(ABCMeta):
    def __instancecheck__(cls, instance):
        if not cls.__dict__.get("_is_protocol") or cls is Protocol:
            return super().__instancecheck__(instance)
        cls._check_runtime()
        if ABCMeta.__subclasscheck__(cls, type(instance)):
            return True
        return all(
            hasattr(instance, n)
            and not (callable(getattr(cls, n, None)) and getattr(instance, n) is None)
            for n in _asked(cls)
        )

    def __subclasscheck__(cls, other):
        if not cls.__dict__.get("_is_protocol") or cls is Protocol:
            return super().__subclasscheck__(other)
        cls._check_runtime()
        if not isinstance(other, type):
            raise TypeError("issubclass() arg 1 must be a class")
        if not all(callable(getattr(cls, n, None)) for n in _asked(cls)):
            raise TypeError("Protocols with non-method members don't support issubclass()")
        return super().__subclasscheck__(other)

    def _check_runtime(cls):
        if not getattr(cls, "_is_runtime_protocol", False):
            raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")


def _no_init(self, *args, **kwargs):
    if type(self)._is_protocol:
        raise TypeError("Protocols cannot be instantiated")


class Protocol(Generic, metaclass=_ProtocolMeta):
    """A base for classes that say which methods others have to have."""

    __slots__ = ()
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if "_is_protocol" not in cls.__dict__:
            cls._is_protocol = any(base is Protocol for base in cls.__bases__)
        if cls._is_protocol:
            if cls.__init__ is object.__init__ or cls.__init__ is _no_init:
                cls.__init__ = _no_init
            if "__subclasshook__" not in cls.__dict__:
                cls.__subclasshook__ = classmethod(_has_all)
        elif cls.__init__ is _no_init:
            cls.__init__ = object.__init__


def _has_all(cls, other):
    if not cls.__dict__.get("_is_protocol"):
        return NotImplemented
    for name in _asked(cls):
        for base in other.__mro__:
            if name in base.__dict__:
                if base.__dict__[name] is None:
                    return NotImplemented
                break
            if name in base.__dict__.get("__annotations__", {}):
                break
        else:
            return NotImplemented
    return True


def runtime_checkable(cls):
    """Lets isinstance look for the methods of a protocol."""
    if not getattr(cls, "_is_protocol", False):
        raise TypeError(f"@runtime_checkable can be only applied to protocol classes, got {cls!r}")
    cls._is_runtime_protocol = True
    return cls


@runtime_checkable
class SupportsInt(Protocol):
    def __int__(self): ...


@runtime_checkable
class SupportsFloat(Protocol):
    def __float__(self): ...


@runtime_checkable
class SupportsComplex(Protocol):
    def __complex__(self): ...


@runtime_checkable
class SupportsBytes(Protocol):
    def __bytes__(self): ...


@runtime_checkable
class SupportsIndex(Protocol):
    def __index__(self): ...


@runtime_checkable
class SupportsAbs(Protocol):
    def __abs__(self): ...


@runtime_checkable
class SupportsRound(Protocol):
    def __round__(self, ndigits=0): ...


class IO(Generic[AnyStr]):
    """A file."""


class TextIO(IO[str]):
    """A file of text."""


class BinaryIO(IO[bytes]):
    """A file of bytes."""


class _NamedTupleMeta(type):
    """Makes a class derived from NamedTuple a named tuple."""

    def __new__(mcls, name, bases, namespace):
        annotations = namespace.get("__annotations__", {})
        defaults = []
        for field in annotations:
            if field in namespace:
                defaults.append(field)
            elif defaults:
                several = "s" if len(defaults) > 1 else ""
                raise TypeError(
                    f"Non-default namedtuple field {field} cannot follow default field{several} "
                    f"{', '.join(defaults)}"
                )
        made = _named_tuple(name, annotations, [namespace[f] for f in defaults], namespace["__module__"])
        for key, value in namespace.items():
            if key in ("__new__", "__init__", "__slots__", "__getnewargs__", "_fields", "_field_defaults"):
                raise AttributeError(f"Cannot overwrite NamedTuple attribute {key}")
            if key not in ("__annotations__", "__module__") and key not in annotations:
                setattr(made, key, value)
        for key, value in namespace.items():
            method = getattr(type(value), "__set_name__", None)
            if method is not None and key not in annotations:
                method(value, made, key)
        return made


def _named_tuple(name, annotations, defaults, module):
    made = collections.namedtuple(name, list(annotations), defaults=defaults, module=module)
    hints = {k: _converted(v) for k, v in annotations.items()}
    made.__annotations__ = made.__new__.__annotations__ = hints
    return made


class _NamedTupleForm:
    """NamedTuple: a base for classes, and a function."""

    __name__ = __qualname__ = "NamedTuple"

    def __call__(self, typename, fields=None, /, **kwargs):
        """Makes a named tuple of pairs of name and type."""
        pairs = dict(kwargs.items() if fields is None else fields)
        try:
            module = sys._getframe(1).f_globals.get("__name__", "__main__")
        except (AttributeError, ValueError):
            module = "__main__"
        made = _named_tuple(typename, pairs, (), module)
        made.__orig_bases__ = (self,)
        return made

    def __mro_entries__(self, bases):
        return (_NamedTuple,)

    def __repr__(self):
        return "<function NamedTuple>"


_NamedTuple = type.__new__(_NamedTupleMeta, "NamedTuple", (), {})
NamedTuple = _NamedTupleForm()


class _TypedDictMeta(type):
    """Makes a class derived from TypedDict one that makes plain dicts."""

    def __new__(mcls, name, bases, namespace, total=True):
        cls = super().__new__(mcls, name, (dict,), namespace)
        hints, required, optional = {}, set(), set()
        for base in bases:
            hints.update(base.__dict__.get("__annotations__", {}))
            required |= base.__dict__.get("__required_keys__", set())
            optional |= base.__dict__.get("__optional_keys__", set())
        for key, hint in namespace.get("__annotations__", {}).items():
            hints[key] = hint = _converted(hint)
            origin = get_origin(hint)
            if origin is Required or total and origin is not NotRequired:
                required.add(key)
            else:
                optional.add(key)
        cls.__annotations__ = hints
        cls.__required_keys__, cls.__optional_keys__ = frozenset(required), frozenset(optional)
        cls.__total__ = total
        return cls

    def __init__(cls, name, bases, namespace, total=True):
        super().__init__(name, bases, namespace)

    def __call__(cls, *args, **kwargs):
        return dict(*args, **kwargs)

    def __instancecheck__(cls, obj):
        raise TypeError("TypedDict does not support instance and class checks")

    __subclasscheck__ = __instancecheck__


class _TypedDictForm:
    """TypedDict: a base for classes, and a function."""

    __name__ = __qualname__ = "TypedDict"

    def __call__(self, typename, fields=None, /, *, total=True, **kwargs):
        """Makes a class of pairs of name and type."""
        namespace = {"__annotations__": dict(kwargs if fields is None else fields), "__module__": "__main__"}
        return _TypedDictMeta(typename, (), namespace, total=total)

    def __mro_entries__(self, bases):
        return (_TypedDict,)

    def __repr__(self):
        return "<function TypedDict>"


_TypedDict = type.__new__(_TypedDictMeta, "TypedDict", (), {})
TypedDict = _TypedDictForm()


def is_typeddict(tp):
    """Tells whether something is a class derived from TypedDict."""
    return isinstance(tp, _TypedDictMeta)


class NewType(_Operand):
    """A name for a type; called, it returns its argument."""

    def __init__(self, name, tp):
        self.__qualname__ = name
        self.__name__ = name.rpartition(".")[2]
        self.__supertype__ = tp
        try:
            self.__module__ = sys._getframe(1).f_globals.get("__name__", "__main__")
        except (AttributeError, ValueError):
            self.__module__ = "__main__"

    def __call__(self, x):
        return x

    def __repr__(self):
        return f"{self.__module__}.{self.__qualname__}"


def cast(typ, val):
    """Returns val."""
    return val


def assert_type(val, typ, /):
    """Returns val."""
    return val


def reveal_type(obj, /):
    """Prints the type of something, and returns it."""
    print(f"Runtime type is {type(obj).__name__!r}", file=sys.stderr)
    return obj


def assert_never(arg, /):
    """Raises AssertionError: the place was thought not to be reached."""
    raise AssertionError(f"Expected code to be unreachable, but got: {arg!r}")


def _overload_dummy(*args, **kwds):
    raise NotImplementedError(
        "You should not call an overloaded function. A series of @overload-decorated functions "
        "outside a stub module should always be followed by an implementation that is not @overload-ed."
    )


def overload(func):
    """Marks a signature of the function that follows."""
    return _overload_dummy


def final(f):
    """Marks a class or method that is not to be derived from."""
    try:
        f.__final__ = True
    except (AttributeError, TypeError):
        pass
    return f


def no_type_check(arg):
    """Marks what has no annotations of types."""
    try:
        arg.__no_type_check__ = True
    except TypeError:
        pass
    return arg


def dataclass_transform(**kwargs):
    """Marks what makes classes like dataclass does."""

    def mark(cls_or_fn):
        cls_or_fn.__dataclass_transform__ = kwargs
        return cls_or_fn

    return mark


def get_origin(tp):
    """Returns what a subscripted type was subscripted from: list for List[int]."""
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, _Union):
        return _Union
    if tp is Generic:
        return Generic
    return tp.__origin__ if isinstance(tp, (_Alias, _Class, _BuiltinAlias, ParamSpecArgs, ParamSpecKwargs)) else None


def get_args(tp):
    """Returns the arguments of a subscripted type."""
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__,) + tp.__metadata__
    if isinstance(tp, _CallableAlias) and tp.__args__[0] is not ...:
        return list(tp.__args__[:-1]), tp.__args__[-1]
    return tp.__args__ if isinstance(tp, (_Alias, _BuiltinAlias, _Union)) else ()


def _evaluated(hint, globalns, localns):
    """A hint with its strings evaluated."""
    if hint is None:
        return types.NoneType
    if isinstance(hint, ForwardRef):
        hint = hint.__forward_arg__
    if isinstance(hint, str):
        return _evaluated(eval(hint, globalns, localns), globalns, localns)
    if isinstance(hint, _UnionAlias):
        return Union[tuple([_evaluated(a, globalns, localns) for a in hint.__args__])]
    if isinstance(hint, _AnnotatedAlias):
        return _AnnotatedAlias(_evaluated(hint.__origin__, globalns, localns), hint.__metadata__)
    if isinstance(hint, _Alias) and not isinstance(hint, _LiteralAlias):
        args = tuple([_evaluated(a, globalns, localns) if a is not ... else a for a in hint.__args__])
        return type(hint)(hint.__origin__, args, hint._name)
    if isinstance(hint, _BuiltinAlias):
        return _BuiltinAlias(hint.__origin__, tuple([_evaluated(a, globalns, localns) for a in hint.__args__]))
    return hint


def _without_extras(hint):
    """A hint without Annotated, Required and NotRequired."""
    if isinstance(hint, _AnnotatedAlias):
        return _without_extras(hint.__origin__)
    if get_origin(hint) in (Required, NotRequired):
        return _without_extras(hint.__args__[0])
    if isinstance(hint, _UnionAlias):
        return Union[tuple(map(_without_extras, hint.__args__))]
    if isinstance(hint, _Alias) and not isinstance(hint, _LiteralAlias):
        return type(hint)(hint.__origin__, tuple(map(_without_extras, hint.__args__)), hint._name)
    return hint


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    """Returns the annotations of a class, a function or a module, strings evaluated."""
    if getattr(obj, "__no_type_check__", None):
        return {}
    hints = {}
    if isinstance(obj, type):
        for base in reversed(obj.__mro__):
            module = sys.modules.get(base.__module__)
            names = globalns if globalns is not None else getattr(module, "__dict__", {})
            inside = localns if localns is not None else dict(vars(base))
            for name, hint in base.__dict__.get("__annotations__", {}).items():
                hints[name] = _evaluated(hint, names, inside)
    else:
        found = getattr(obj, "__annotations__", None)
        if found is None:
            raise TypeError(f"{obj!r} is not a module, class, method, or function.")
        inner = obj
        while hasattr(inner, "__wrapped__"):
            inner = inner.__wrapped__
        if globalns is None:
            globalns = obj.__dict__ if isinstance(obj, types.ModuleType) else getattr(inner, "__globals__", {})
        for name, hint in found.items():
            hints[name] = _evaluated(hint, globalns, localns)
    return hints if include_extras else {k: _without_extras(v) for k, v in hints.items()}


def get_overloads(func):
    """Returns nothing: overloads are not kept."""
    return []


def clear_overloads():
    """Does nothing: overloads are not kept."""


_imported = ("collections", "sys", "types", "abc", "ABCMeta")
__all__ = [name for name in globals() if not name.startswith("_") and name not in _imported]
__all__ += ["AsyncContextManager", "ChainMap", "ContextManager", "Match", "Pattern"]
