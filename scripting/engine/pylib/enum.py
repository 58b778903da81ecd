"""Enumerations: Enum, IntEnum, StrEnum, Flag, IntFlag, ReprEnum, auto, unique, member, nonmember, property.

Also FlagBoundary with STRICT, CONFORM, EJECT and KEEP, EnumType (EnumMeta), verify
with UNIQUE, CONTINUOUS and NAMED_FLAGS.

Differs: __init_subclass__ of a base runs before the members exist; global_enum and
the pickling helpers are not there.
"""

import sys

from builtins import property as _plain_property
from types import MappingProxyType

__all__ = [
    "EnumType", "EnumMeta", "Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "ReprEnum",
    "auto", "unique", "property", "verify", "member", "nonmember", "FlagBoundary",
    "STRICT", "CONFORM", "EJECT", "KEEP", "EnumCheck", "CONTINUOUS", "NAMED_FLAGS", "UNIQUE",
]  # fmt: skip

# The classes below are looked for by EnumType while they are being made.
Enum = Flag = ReprEnum = None


class nonmember:
    """Keeps a value in the class body from becoming a member."""

    def __init__(self, value):
        self.value = value


class member:
    """Makes a member of what would not become one, a function say."""

    def __init__(self, value):
        self.value = value


_no_value = object()


class auto:
    """Stands for the next value."""

    def __init__(self, value=_no_value):
        self.value = value

    def __repr__(self):
        return "auto(_auto_null)" if self.value is _no_value else f"auto({self.value!r})"


class property:
    """An attribute of members that is computed; the class may have a member of its name."""

    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget, self.fset, self.fdel = fget, fset, fdel
        self.__doc__ = doc or getattr(fget, "__doc__", None)
        self.name = self.owner = None

    def __set_name__(self, owner, name):
        self.name, self.owner = name, owner

    def __get__(self, instance, ownerclass=None):
        if instance is not None:
            if self.fget is None:
                raise AttributeError(f"{ownerclass!r} member has no attribute {self.name!r}")
            return self.fget(instance)
        try:
            return ownerclass._member_map_[self.name]
        except KeyError:
            raise AttributeError(f"{ownerclass!r} has no attribute {self.name!r}") from None

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError(f"{self.owner!r} cannot set attribute {self.name!r}")
        self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError(f"{self.owner!r} cannot delete attribute {self.name!r}")
        self.fdel(instance)

    def setter(self, fset):
        return type(self)(self.fget, fset, self.fdel, self.__doc__)

    def deleter(self, fdel):
        return type(self)(self.fget, self.fset, fdel, self.__doc__)


def _is_descriptor(value):
    return hasattr(value, "__get__") or hasattr(value, "__set__") or hasattr(value, "__delete__")


def _is_dunder(name):
    return len(name) > 4 and name[:2] == name[-2:] == "__" and name[2] != "_" and name[-3] != "_"


def _is_sunder(name):
    return len(name) > 2 and name[0] == name[-1] == "_" and name[1] != "_" and name[-2] != "_"


def _is_single_bit(n):
    return n > 0 and n & (n - 1) == 0


def _bin(n, bits):
    """The bits of a number as error messages show them, the sign bit first."""
    text = format(n & ((1 << bits) - 1), f"0{bits}b")
    return f"0b{1 if n < 0 else 0} {text}"


# What a class body may define of the names of the form _name_.
_known_sunders = (
    "_order_", "_generate_next_value_", "_numeric_repr_", "_missing_", "_ignore_", "_iter_member_",
)  # fmt: skip


class EnumDict(dict):
    """The namespace of a class body: notes the members and gives them their values."""

    def __init__(self, cls_name):
        super().__init__()
        self.cls_name = cls_name
        self.members = {}
        self.ignored = ()
        self.generate = None
        self.values_so_far = []
        self.auto_used = False

    def __setitem__(self, key, value):
        if key.startswith(f"_{self.cls_name}__") and not key.endswith("__"):
            pass
        elif _is_sunder(key):
            value = self._set_sunder(key, value)
        elif key in self.members:
            raise TypeError(f"{key!r} already defined as {self[key]!r}")
        elif _is_dunder(key) or key in self.ignored:
            pass
        elif isinstance(value, nonmember):
            value = value.value
        elif not isinstance(value, member) and _is_descriptor(value):
            pass
        elif key in self:
            raise TypeError(f"{key!r} already defined as {self[key]!r}")
        else:
            value = self._new_member(key, value)
        super().__setitem__(key, value)

    def _set_sunder(self, key, value):
        if key not in _known_sunders:
            raise ValueError(f"_sunder_ names, such as {key!r}, are reserved for future Enum use")
        if key == "_generate_next_value_":
            if self.auto_used:
                raise TypeError("_generate_next_value_ must be defined before members")
            self.generate = value.__func__ if isinstance(value, staticmethod) else value
        elif key == "_ignore_":
            value = value.replace(",", " ").split() if isinstance(value, str) else list(value)
            self.ignored = value
            already = set(value) & set(self.members)
            if already:
                raise ValueError(f"_ignore_ cannot specify already set names: {already!r}")
        return value

    def _new_member(self, key, value):
        if isinstance(value, member):
            value = value.value
        if isinstance(value, auto):
            value = self._auto(key, value)
        elif type(value) is tuple and any(isinstance(v, auto) for v in value):
            value = tuple([self._auto(key, v) if isinstance(v, auto) else v for v in value])
        self.members[key] = None
        self.values_so_far.append(value)
        return value

    def _auto(self, key, value):
        self.auto_used = True
        if value.value is _no_value:
            value.value = self.generate(key, 1, len(self.members), self.values_so_far[:])
        return value.value


def _data_type(cls_name, bases):
    """The class, besides Enum, whose instances the members are."""
    found = []
    for chain in bases:
        candidate = None
        for base in chain.__mro__:
            if base is object:
                continue
            if isinstance(base, EnumType):
                if base._member_type_ is not object:
                    found.append(base._member_type_)
                    break
            elif "__new__" in base.__dict__ or "__dataclass_fields__" in base.__dict__:
                found.append(candidate or base)
                break
            else:
                candidate = candidate or base
    different = []
    for kind in found:
        if kind not in different:
            different.append(kind)
    if len(different) > 1:
        raise TypeError(f"too many data types for {cls_name!r}: {set(different)!r}")
    return different[0] if different else object


def _mixins(cls_name, bases):
    """The data type and the enumeration that a class derives from."""
    if not bases:
        return object, Enum
    if not isinstance(bases[-1], EnumType):
        raise TypeError(
            "new enumerations should be created as `EnumName([mixin_type, ...] [data_type,] enum_type)`"
        )
    return _data_type(cls_name, bases) or object, bases[-1]


def _check_extendable(cls_name, bases):
    for chain in bases:
        for base in chain.__mro__:
            if isinstance(base, EnumType) and base._member_names_:
                raise TypeError(f"<enum {cls_name!r}> cannot extend {base!r}")


def _member_maker(classdict, member_type, first_enum):
    """The __new__ that makes members, and whether it was written in the class body."""
    own = classdict.get("__new__")
    if own is not None:
        return own.__func__ if isinstance(own, staticmethod) else own, True
    for name in ("__new_member__", "__new__"):
        for kind in (member_type, first_enum):
            method = getattr(kind, name, None)
            if method not in (None, object.__new__, getattr(Enum, "__new__", None)):
                return method, False
    return object.__new__, False


class EnumType(type):
    """The metaclass of enumerations."""

    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        _check_extendable(cls, bases)
        namespace = EnumDict(cls)
        first_enum = _mixins(cls, bases)[1]
        if first_enum is not None:
            namespace.generate = first_enum._generate_next_value_
        return namespace

    def __new__(metacls, cls, bases, classdict, *, boundary=None, **kwds):
        names = list(classdict.members)
        bad = set(names) & {"mro", ""}
        if bad:
            raise ValueError(f"invalid enum member name(s) {', '.join(map(repr, bad))}")
        member_type, first_enum = _mixins(cls, bases)
        maker, own_maker = _member_maker(classdict, member_type, first_enum)
        skip = set(names) | set(classdict.ignored) | {"_ignore_"}
        body = {k: v for k, v in classdict.items() if k not in skip}
        if classdict.generate is not None:
            body["_generate_next_value_"] = staticmethod(classdict.generate)
        body.update(
            _member_names_=[],
            _member_map_={},
            _value2member_map_={},
            _unhashable_values_=[],
            _member_type_=member_type,
            _boundary_=boundary or getattr(first_enum, "_boundary_", None),
            _flag_mask_=0,
            _singles_mask_=0,
            _all_bits_=0,
        )
        new = super().__new__(metacls, cls, bases, body, **kwds)
        if own_maker:
            new.__new_member__ = maker
        if Enum is not None:
            new.__new__ = Enum.__new__
            _choose_texts(new, bases, body, member_type, first_enum)
        for name in names:
            _add_member(new, name, classdict[name], maker, member_type)
        if Flag is not None and issubclass(new, Flag):
            new._all_bits_ = 2 ** new._flag_mask_.bit_length() - 1
        order = classdict.get("_order_")
        if order is not None:
            order = order.replace(",", " ").split() if isinstance(order, str) else list(order)
            if order != [n for n in new._member_names_ if n in order] or len(order) != len(new._member_names_):
                raise TypeError(f"member order does not match _order_:\n  {new._member_names_!r}\n  {order!r}")
        return new

    def __init__(cls, *args, **kwds):
        super().__init__(*args)

    def __bool__(cls):
        return True

    def __call__(cls, value, names=None, *, module=None, qualname=None, type=None, start=1, boundary=None):
        """Finds a member by value, or makes an enumeration of names."""
        if names is None:
            return cls.__new__(cls, value)
        return _functional(cls, value, names, module, qualname, type, start, boundary)

    def __contains__(cls, member):
        if not isinstance(member, Enum):
            raise TypeError(
                f"unsupported operand type(s) for 'in': '{type(member).__qualname__}' "
                f"and '{type(cls).__qualname__}'"
            )
        return isinstance(member, cls) and member._name_ in cls._member_map_

    def __delattr__(cls, attr):
        if attr in cls._member_map_:
            raise AttributeError(f"{cls.__name__!r} cannot delete member {attr!r}.")
        super().__delattr__(attr)

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", {}):
            raise AttributeError(f"cannot reassign member {name!r}")
        super().__setattr__(name, value)

    def __getattr__(cls, name):
        raise AttributeError(name)

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return (cls._member_map_[name] for name in cls._member_names_)

    def __len__(cls):
        return len(cls._member_names_)

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    @_plain_property
    def __members__(cls):
        """The members by name, aliases too."""
        return MappingProxyType(cls._member_map_)

    def __repr__(cls):
        kind = "flag" if Flag is not None and issubclass(cls, Flag) else "enum"
        return f"<{kind} {cls.__name__!r}>"

    def __dir__(cls):
        names = {
            "__class__", "__contains__", "__doc__", "__getitem__", "__iter__", "__len__",
            "__members__", "__module__", "__name__", "__qualname__",
        }  # fmt: skip
        return sorted(names.union(cls._member_map_))


EnumMeta = EnumType


def _choose_texts(cls, bases, body, member_type, first_enum):
    """Decides whose repr, str and format members have: the enumeration's or the data type's."""
    if ReprEnum is not None and ReprEnum in bases:
        if member_type is object:
            raise TypeError("ReprEnum subclasses must be mixed with a data type (i.e. int, str, float, etc.)")
        if "__format__" not in body:
            body["__format__"] = cls.__format__ = member_type.__format__
        if "__str__" not in body:
            text = member_type.__str__
            body["__str__"] = cls.__str__ = member_type.__repr__ if text is object.__str__ else text
    for name in ("__repr__", "__str__", "__format__", "__reduce_ex__"):
        if name in body:
            continue
        found = getattr(cls, name)
        if found in (getattr(member_type, name), getattr(object, name)):
            setattr(cls, name, getattr(first_enum, name))
    if Flag is not None and issubclass(cls, Flag):
        for name in (
            "__or__", "__and__", "__xor__", "__ror__", "__rand__", "__rxor__", "__invert__",
        ):  # fmt: skip
            if name not in body:
                method = getattr(Flag, name)
                if getattr(cls, name) is not method and getattr(cls, name) is getattr(member_type, name, None):
                    setattr(cls, name, method)


def _add_member(cls, name, value, maker, member_type):
    """Makes the member of that name and value, unless it is an alias of another one."""
    args = value if isinstance(value, tuple) else (value,)
    if member_type is tuple:
        args = (args,)
    new = maker(cls) if maker is object.__new__ else maker(cls, *args)
    if not hasattr(new, "_value_"):
        if member_type is object or maker is object.__new__:
            new._value_ = value
        else:
            try:
                new._value_ = member_type(*args)
            except Exception as e:
                raise TypeError("_value_ not set in __new__, unable to create it") from e
    value = new._value_
    new._name_ = name
    new.__objclass__ = cls
    new._sort_order_ = len(cls._member_names_)
    new.__init__(*args)
    known = _known_member(cls, value)
    if known is not None:
        new = known
    elif Flag is not None and issubclass(cls, Flag):
        cls._flag_mask_ |= value
        if _is_single_bit(value):
            cls._singles_mask_ |= value
            cls._member_names_.append(name)
    else:
        cls._member_names_.append(name)
    # A member may have the name of one of the properties, which then answers for it.
    for base in cls.__mro__:
        if name in base.__dict__:
            if not isinstance(base.__dict__[name], property):
                type.__setattr__(cls, name, new)
            break
    else:
        type.__setattr__(cls, name, new)
    cls._member_map_[name] = new
    if known is None:
        try:
            cls._value2member_map_.setdefault(value, new)
        except TypeError:
            cls._unhashable_values_.append(value)


def _known_member(cls, value):
    """The member of that value; None if there is none."""
    try:
        return cls._value2member_map_.get(value)
    except TypeError:
        for m in cls._member_map_.values():
            if m._value_ == value:
                return m
    return None


def _functional(cls, class_name, names, module, qualname, mixin, start, boundary):
    """Makes an enumeration of names: a str, pairs, a mapping or an iterable."""
    meta = type(cls)
    bases = (cls,) if mixin is None else (mixin, cls)
    namespace = meta.__prepare__(class_name, bases)
    if isinstance(names, str):
        names = names.replace(",", " ").split()
    if hasattr(names, "items"):
        names = list(names.items())
    values = []
    for i, item in enumerate(names):
        if isinstance(item, str):
            value = cls._generate_next_value_(item, start, i, values[:])
            values.append(value)
        else:
            item, value = item
        namespace[item] = value
    if module is None:
        try:
            module = sys._getframe(2).f_globals.get("__name__", "__main__")
        except (AttributeError, ValueError):
            module = "__main__"
    namespace["__module__"] = module
    if qualname is not None:
        namespace["__qualname__"] = qualname
    return meta.__new__(meta, class_name, bases, namespace, boundary=boundary)


class Enum(metaclass=EnumType):
    """A set of names for constant values."""

    def __new__(cls, value):
        if type(value) is cls:
            return value
        found = _known_member(cls, value)
        if found is not None:
            return found
        exc = None
        try:
            found = cls._missing_(value)
        except Exception as e:
            exc = e
        if isinstance(found, cls):
            return found
        if Flag is not None and issubclass(cls, Flag) and cls._boundary_ is EJECT and isinstance(found, int):
            return found
        invalid = ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        if found is None and exc is None:
            raise invalid
        if exc is None:
            exc = TypeError(
                f"error in {cls.__name__}._missing_: returned {found!r} instead of None or a valid member"
            )
        if not isinstance(exc, ValueError):
            exc.__context__ = invalid
        raise exc

    def __init__(self, *args, **kwds):
        pass

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        """Returns the value that auto() stands for."""
        for last in reversed(last_values):
            try:
                return last + 1
            except TypeError:
                pass
        return start

    @classmethod
    def _missing_(cls, value):
        """Returns a member for a value that no member has; None if there is none."""
        return None

    def __repr__(self):
        return f"<{type(self).__name__}.{self._name_}: {self._value_!r}>"

    def __str__(self):
        return f"{type(self).__name__}.{self._name_}"

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    def __dir__(self):
        added = [n for c in type(self).__mro__ for n in c.__dict__ if n[0] != "_" and n not in self._member_map_]
        return sorted({"__class__", "__doc__", "__eq__", "__hash__", "__module__", "name", "value", *added})

    def __hash__(self):
        return hash(self._name_)

    def __reduce_ex__(self, proto):
        return type(self), (self._value_,)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    @property
    def name(self):
        """The name of the member."""
        return self._name_

    @property
    def value(self):
        """The value of the member."""
        return self._value_


class ReprEnum(Enum):
    """An enumeration whose members have the str and format of their data type."""


class IntEnum(int, ReprEnum):
    """An enumeration whose members are ints."""


class StrEnum(str, ReprEnum):
    """An enumeration whose members are strs."""

    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError(f"too many arguments for str(): {values!r}")
        if not isinstance(values[0], str):
            raise TypeError(f"{values[0]!r} is not a string")
        for value, what in zip(values[1:], ("encoding", "errors")):
            if not isinstance(value, str):
                raise TypeError(f"{what} must be a string, not {value!r}")
        value = str(*values)
        new = str.__new__(cls, value)
        new._value_ = value
        return new

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


class FlagBoundary(StrEnum):
    """What a Flag does with bits that no member has."""

    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


class Flag(Enum, boundary=STRICT):
    """An enumeration whose members can be combined with |, &, ^ and ~."""

    _numeric_repr_ = repr

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        last = max(last_values)
        try:
            return 1 << last.bit_length()
        except Exception:
            raise TypeError(f"invalid flag value {last!r}") from None

    @classmethod
    def _iter_member_(cls, value):
        """The members of a single bit that are in value, as they were defined."""
        for name in cls._member_names_:
            m = cls._member_map_[name]
            if m._value_ & value:
                yield m

    @classmethod
    def _missing_(cls, value):
        """Makes the combination that has this value."""
        if not isinstance(value, int):
            raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        mask, all_bits, boundary = cls._flag_mask_, cls._all_bits_, cls._boundary_
        if not ~all_bits <= value <= all_bits or value & (all_bits ^ mask):
            if boundary is STRICT:
                bits = max(value.bit_length(), mask.bit_length())
                raise ValueError(
                    f"{cls!r} invalid value {value!r}\n    given {_bin(value, bits)}\n  allowed {_bin(mask, bits)}"
                )
            if boundary is CONFORM:
                value &= mask
            elif boundary is EJECT:
                return value
            elif value < 0:
                value += max(all_bits + 1, 1 << value.bit_length())
        if value < 0:
            value += all_bits + 1
        found = cls._value2member_map_.get(value)
        if found is None:
            found = cls._value2member_map_[value] = cls._combination(value)
        return found

    @classmethod
    def _combination(cls, value):
        if cls._member_type_ is object:
            new = object.__new__(cls)
        else:
            new = cls._member_type_.__new__(cls, value)
        new._value_ = value
        names = [m._name_ for m in cls._iter_member_(value)]
        unknown = value & ~cls._flag_mask_
        if unknown:
            names.append(cls._numeric_repr_(unknown))
        new._name_ = "|".join(names) if len(names) > 1 or not unknown and names else None
        return new

    def __repr__(self):
        name = "" if self._name_ is None else f".{self._name_}"
        return f"<{type(self).__name__}{name}: {self._value_!r}>"

    def __str__(self):
        if self._name_ is None:
            return f"{type(self).__name__}({self._value_!r})"
        return f"{type(self).__name__}.{self._name_}"

    def __contains__(self, other):
        if not isinstance(other, type(self)):
            raise TypeError(
                f"unsupported operand type(s) for 'in': {type(other).__qualname__!r} "
                f"and {type(self).__qualname__!r}"
            )
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        return self._iter_member_(self._value_)

    def __len__(self):
        return self._value_.bit_count()

    def __bool__(self):
        return bool(self._value_)

    def _bits_of(self, other):
        """The value of the other operand; None if it cannot be one."""
        if isinstance(other, type(self)):
            return other._value_
        if self._member_type_ is not object and isinstance(other, self._member_type_):
            return other
        return None

    def __or__(self, other):
        bits = self._bits_of(other)
        return NotImplemented if bits is None else type(self)(self._value_ | bits)

    def __and__(self, other):
        bits = self._bits_of(other)
        return NotImplemented if bits is None else type(self)(self._value_ & bits)

    def __xor__(self, other):
        bits = self._bits_of(other)
        return NotImplemented if bits is None else type(self)(self._value_ ^ bits)

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__

    def __invert__(self):
        if self._boundary_ in (EJECT, KEEP):
            return type(self)(~self._value_)
        return type(self)(self._singles_mask_ & ~self._value_)


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    """A Flag whose members are ints; the result of other operations is a plain int."""


def _aliases(enumeration):
    return [(name, m._name_) for name, m in enumeration._member_map_.items() if name != m._name_]


def unique(enumeration):
    """The decorator that refuses aliases."""
    aliases = _aliases(enumeration)
    if aliases:
        found = ", ".join([f"{alias} -> {name}" for alias, name in aliases])
        raise ValueError(f"duplicate values found in {enumeration!r}: {found}")
    return enumeration


class EnumCheck(StrEnum):
    """What verify can check."""

    CONTINUOUS = "no skipped integer values"
    NAMED_FLAGS = "multi-flag aliases may not contain unnamed flags"
    UNIQUE = "one name per value"


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
    """The decorator that checks an enumeration for the given EnumChecks."""

    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        for check in self.checks:
            if check is UNIQUE:
                aliases = ", ".join([f"{alias} -> {name}" for alias, name in _aliases(enumeration)])
                if aliases:
                    raise ValueError(f"aliases found in {enumeration!r}: {aliases}")
            elif check is CONTINUOUS:
                self._check_continuous(enumeration)
            elif check is NAMED_FLAGS:
                self._check_named(enumeration)
        return enumeration

    def _check_continuous(self, enumeration):
        values = {m._value_ for m in enumeration}
        if len(values) < 2:
            return
        low, high = min(values), max(values)
        if issubclass(enumeration, Flag):
            wanted = [1 << i for i in range(low.bit_length() - 1, high.bit_length())]
        else:
            wanted = range(low, high + 1)
        missing = [v for v in wanted if v not in values]
        if missing:
            kind = "flag" if issubclass(enumeration, Flag) else "enum"
            shown = ", ".join(map(str, missing))
            raise ValueError(f"invalid {kind} {enumeration.__name__!r}: missing values {shown}")

    def _check_named(self, enumeration):
        names, missing = [], 0
        for name, m in enumeration._member_map_.items():
            unnamed = m._value_ & ~enumeration._singles_mask_
            if name == m._name_ and unnamed:
                names.append(name)
                missing |= unnamed
        if names:
            which = f"aliases {', '.join(names)} are" if len(names) > 1 else f"alias {names[0]} is"
            raise ValueError(
                f"invalid Flag {enumeration.__name__!r}: {which} missing combined values of "
                f"{missing:#x} [use enum.show_flag_values(value) for details]"
            )
