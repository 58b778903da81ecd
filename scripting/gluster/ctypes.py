# Of ctypes, what translators for glupy use. There is no foreign code to call and
# no memory to look at: the types only carry values, and what a wind or an unwind
# of glupy's takes is converted by windlass.

RTLD_LOCAL, RTLD_GLOBAL = 0, 256


class _Data:
    """The base of all types."""


class _TypeOfData(type):
    def __mul__(cls, length):
        return _array(cls, length)

    __rmul__ = __mul__


class _Simple(_Data, metaclass=_TypeOfData):
    """One number or text, in value."""

    _zero = 0

    def __init__(self, value=None):
        self.value = self._zero if value is None else value

    def __bool__(self):
        return bool(self.value)

    def __repr__(self):
        return "%s(%r)" % (type(self).__name__, self.value)


class c_bool(_Simple):
    _zero = False


class c_byte(_Simple): pass
class c_ubyte(_Simple): pass
class c_short(_Simple): pass
class c_ushort(_Simple): pass
class c_int(_Simple): pass
class c_uint(_Simple): pass
class c_long(_Simple): pass
class c_ulong(_Simple): pass
class c_longlong(_Simple): pass
class c_ulonglong(_Simple): pass


c_int8, c_uint8 = c_byte, c_ubyte
c_int16, c_uint16 = c_short, c_ushort
c_int32, c_uint32 = c_int, c_uint
c_int64, c_uint64 = c_long, c_ulong
c_size_t, c_ssize_t = c_ulong, c_long


class c_float(_Simple):
    _zero = 0.0


class c_double(_Simple):
    _zero = 0.0


class c_char(_Simple):
    _zero = b"\0"


class c_char_p(_Simple):
    _zero = None


class c_void_p(_Simple):
    _zero = None


class py_object(_Simple):
    _zero = None


class Array(_Data):
    """A list of a fixed length."""

    def __init__(self, *values):
        if len(values) > self._length_:
            raise IndexError("invalid index")
        zero = self._type_._zero if issubclass(self._type_, _Simple) else None
        self._items = list(values) + [zero] * (self._length_ - len(values))

    def __len__(self):
        return self._length_

    def __getitem__(self, i):
        return self._items[i]

    def __setitem__(self, i, value):
        self._items[i] = value

    def __iter__(self):
        return iter(self._items)


_arrays = {}


def _array(cls, length):
    if not isinstance(length, int) or length < 0:
        raise ValueError("Array length must be >= 0, not %r" % (length,))
    found = _arrays.get((cls, length))
    if found is None:
        found = _arrays[cls, length] = type("%s_Array_%d" % (cls.__name__, length), (Array,), {"_type_": cls, "_length_": length})
    return found


class Structure(_Data, metaclass=_TypeOfData):
    """Fields by name, as _fields_ lists them."""

    _fields_ = ()

    def __init__(self, *values, **named):
        names = [f[0] for f in self._fields_]
        if len(values) > len(names):
            raise TypeError("too many initializers")
        for f in self._fields_:
            setattr(self, f[0], f[1]._zero if issubclass(f[1], _Simple) else f[1]())
        for name, value in zip(names, values):
            setattr(self, name, value)
        for name in named:
            setattr(self, name, named[name])


class Union(Structure):
    pass


class _Pointer(_Data, metaclass=_TypeOfData):
    """A pointer to an object in Python, or to nothing."""

    _type_ = None

    def __init__(self, target=None):
        self._target = target

    @property
    def contents(self):
        if self._target is None:
            raise ValueError("NULL pointer access")
        return self._target

    @contents.setter
    def contents(self, target):
        self._target = target

    def __getitem__(self, i):
        if i != 0:
            raise IndexError("windlass reads no memory: only [0] is there")
        return self.contents

    def __bool__(self):
        return self._target is not None

    def __format__(self, spec):
        return format(repr(self), spec[:-1] if spec[-1:] in "sp" else spec)


_pointers = {}


def POINTER(cls):
    """The type of pointers to cls. POINTER(cls)() is the null pointer."""
    found = _pointers.get(cls)
    if found is None:
        name = "LP_" + getattr(cls, "__name__", str(cls))
        found = _pointers[cls] = type(name, (_Pointer,), {"_type_": cls})
    return found


def pointer(target):
    own = getattr(target, "__pointer__", None)
    return POINTER(type(target))(target) if own is None else own


def byref(target, offset=0):
    return pointer(target)


def cast(target, cls):
    """Pointers need no cast here: they know what they point to."""
    if target is None or target == 0:
        return cls()
    return target


def addressof(target):
    """A number that tells objects apart. It is no address."""
    return getattr(target, "__address__", None) or id(target)


def sizeof(target):
    raise NotImplementedError("windlass has no memory layout of structures: sizeof() means nothing here")


def CFUNCTYPE(restype, *argtypes, **flags):
    """A type of functions: calling it with a function gives that function."""
    def function(f):
        return f
    return function


PYFUNCTYPE = CFUNCTYPE
