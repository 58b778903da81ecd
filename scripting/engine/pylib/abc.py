"""Abstract base classes: ABC, ABCMeta, abstractmethod, update_abstractmethods, get_cache_token.

Works as in CPython: abstract methods are enforced when an instance is made, by
the interpreter, from __abstractmethods__; virtual subclasses come from register
and from __subclasshook__.

Differs: the deprecated abstractproperty, abstractclassmethod and
abstractstaticmethod are not there; classes that were asked about are kept alive
by the class that was asked.
"""

__all__ = ["ABC", "ABCMeta", "abstractmethod", "get_cache_token", "update_abstractmethods"]

# One generation per register anywhere: a "no" is true until then.
_generation = 0


class _Answers:
    """What an abstract class knows about other classes."""

    __slots__ = ("registered", "yes", "no", "generation")

    def __init__(self):
        self.registered = []
        self.yes = set()
        self.no = set()
        self.generation = _generation


def abstractmethod(funcobj):
    """Marks a method that subclasses have to define."""
    funcobj.__isabstractmethod__ = True
    return funcobj


def _is_abstract(value):
    return getattr(value, "__isabstractmethod__", False)


def _abstract_names(cls):
    names = {name for name, value in cls.__dict__.items() if _is_abstract(value)}
    for base in cls.__bases__:
        for name in getattr(base, "__abstractmethods__", ()):
            if _is_abstract(getattr(cls, name, None)):
                names.add(name)
    return frozenset(names)


def update_abstractmethods(cls):
    """Looks again for abstract methods, after methods were added to a class."""
    if hasattr(cls, "__abstractmethods__"):
        cls.__abstractmethods__ = _abstract_names(cls)
    return cls


def get_cache_token():
    """Returns a value that changes with every register."""
    return _generation


class ABCMeta(type):
    """The metaclass of abstract base classes."""

    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        cls.__abstractmethods__ = _abstract_names(cls)
        cls._abc_impl = _Answers()
        return cls

    def register(cls, subclass):
        """Makes subclass a virtual subclass; returns it, to be a decorator."""
        global _generation
        if not isinstance(subclass, type):
            raise TypeError("Can only register classes")
        if issubclass(subclass, cls):
            return subclass
        if issubclass(cls, subclass):
            raise RuntimeError("Refusing to create an inheritance cycle")
        cls._abc_impl.registered.append(subclass)
        _generation += 1
        return subclass

    def __instancecheck__(cls, instance):
        kind = type(instance)
        if kind in cls._abc_impl.yes or cls.__subclasscheck__(kind):
            return True
        said = instance.__class__
        return said is not kind and cls.__subclasscheck__(said)

    def __subclasscheck__(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError("issubclass() arg 1 must be a class")
        answers = cls._abc_impl
        if subclass in answers.yes:
            return True
        if answers.generation != _generation:
            answers.no.clear()
            answers.generation = _generation
        elif subclass in answers.no:
            return False
        answer = _decide(cls, subclass, answers)
        if answer:
            answers.yes.add(subclass)
        else:
            answers.no.add(subclass)
        return answer


def _decide(cls, subclass, answers):
    answer = cls.__subclasshook__(subclass)
    if answer is not NotImplemented:
        return bool(answer)
    if cls in subclass.__mro__:
        return True
    for known in answers.registered:
        if issubclass(subclass, known):
            return True
    for derived in type.__subclasses__(cls):
        if issubclass(subclass, derived):
            return True
    return False


class ABC(metaclass=ABCMeta):
    """A base for classes that want ABCMeta as their metaclass."""

    __slots__ = ()
