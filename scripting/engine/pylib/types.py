"""The types of the interpreter's objects, SimpleNamespace, new_class, DynamicClassAttribute.

Differs: no asynchronous types; coroutine() is not there.
"""

from _named import Named


def _function():
    cell = None

    def inner():
        return cell

    return inner


def _generator():
    yield


class _Class:
    def method(self):
        pass


def _traceback():
    try:
        raise TypeError
    except TypeError as e:
        return e.__traceback__


FunctionType = type(_function)
LambdaType = FunctionType
CodeType = type(_function.__code__)
MappingProxyType = type(_Class.__dict__)
CellType = type(_function().__closure__[0])
GeneratorType = type(_generator())
MethodType = type(_Class().method)
BuiltinFunctionType = type(len)
BuiltinMethodType = type([].append)
WrapperDescriptorType = type(object.__init__)
MethodWrapperType = type(object().__str__)
MethodDescriptorType = type(str.join)
ClassMethodDescriptorType = type(dict.__dict__["fromkeys"])
GetSetDescriptorType = type(FunctionType.__dict__["__code__"])
TracebackType = type(_traceback())
FrameType = type(_traceback().tb_frame)
GenericAlias = type(list[int])
UnionType = type(int | str)
EllipsisType = type(...)
NoneType = type(None)
NotImplementedType = type(NotImplemented)


class _Slotted:
    __slots__ = ("slot",)


MemberDescriptorType = type(_Slotted.slot)


def _module():
    import sys

    return type(sys)


ModuleType = _module()


class SimpleNamespace(metaclass=Named, dotted="types.SimpleNamespace"):
    """An object with the attributes it was given."""

    def __init__(self, /, *args, **kwargs):
        if args:
            raise TypeError("no positional arguments expected")
        self.__dict__.update(kwargs)

    __hash__ = None

    def __repr__(self):
        name = "namespace" if type(self) is SimpleNamespace else type(self).__name__
        if id(self) in _shown:
            return f"{name}(...)"
        _shown.add(id(self))
        try:
            return f"{name}({', '.join([f'{k}={v!r}' for k, v in self.__dict__.items()])})"
        finally:
            _shown.discard(id(self))

    def __eq__(self, other):
        if isinstance(self, SimpleNamespace) and isinstance(other, SimpleNamespace):
            return self.__dict__ == other.__dict__
        return NotImplemented

    def __lt__(self, other):
        return self._ordered(other, "__lt__")

    def __le__(self, other):
        return self._ordered(other, "__le__")

    def __gt__(self, other):
        return self._ordered(other, "__gt__")

    def __ge__(self, other):
        return self._ordered(other, "__ge__")

    def _ordered(self, other, op):
        if not isinstance(other, SimpleNamespace):
            return NotImplemented
        sign = {"__lt__": "<", "__le__": "<=", "__gt__": ">", "__ge__": ">="}[op]
        raise TypeError(f"'{sign}' not supported between instances of 'dict' and 'dict'")

    def __reduce__(self):
        return type(self), (), self.__dict__


# The namespaces whose repr is under way.
_shown = set()


def resolve_bases(bases):
    """Replaces what is no class among bases by what its __mro_entries__ gives."""
    result = []
    for base in bases:
        if not isinstance(base, type) and hasattr(base, "__mro_entries__"):
            result.extend(base.__mro_entries__(bases))
        else:
            result.append(base)
    return tuple(result)


def prepare_class(name, bases=(), kwds=None):
    """Returns the metaclass, the namespace and the other keywords of a class."""
    kwds = dict(kwds or {})
    meta = kwds.pop("metaclass", None)
    if meta is None:
        meta = type(bases[0]) if bases else type
    if isinstance(meta, type):
        for base in bases:
            if issubclass(type(base), meta):
                meta = type(base)
            elif not issubclass(meta, type(base)):
                raise TypeError(
                    "metaclass conflict: the metaclass of a derived class must be "
                    "a (non-strict) subclass of the metaclasses of all its bases"
                )
    namespace = meta.__prepare__(name, bases, **kwds) if hasattr(meta, "__prepare__") else {}
    return meta, namespace, kwds


def new_class(name, bases=(), kwds=None, exec_body=None):
    """Makes a class; exec_body fills its namespace."""
    resolved = resolve_bases(bases)
    meta, namespace, kwds = prepare_class(name, resolved, kwds)
    if exec_body is not None:
        exec_body(namespace)
    if resolved is not bases and resolved != tuple(bases):
        namespace["__orig_bases__"] = bases
    return meta(name, resolved, namespace, **kwds)




class DynamicClassAttribute:
    """A property of instances that the metaclass answers for on the class."""

    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget, self.fset, self.fdel = fget, fset, fdel
        self.__doc__ = doc or getattr(fget, "__doc__", None)

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            raise AttributeError()
        if self.fget is None:
            raise AttributeError("unreadable attribute")
        return self.fget(instance)

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError("can't set attribute")
        self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError("can't delete attribute")
        self.fdel(instance)

    def getter(self, fget):
        return type(self)(fget, self.fset, self.fdel, self.__doc__)

    def setter(self, fset):
        return type(self)(self.fget, fset, self.fdel, self.__doc__)

    def deleter(self, fdel):
        return type(self)(self.fget, self.fset, fdel, self.__doc__)


__all__ = [name for name in globals() if not name.startswith("_")]
