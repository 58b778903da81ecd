"""Named: the metaclass of classes that errors call by module and name.

CPython writes some classes in C, and errors say 'datetime.datetime' where they
would say 'datetime' of a class written in Python. With class C(metaclass=Named,
dotted="module.C") the interpreter knows the class by the long name, and __name__
gives the short one.
"""


class Named(type):
    """See the module."""

    def __new__(mcls, name, bases, namespace, /, dotted=None, **kwargs):
        return super().__new__(mcls, dotted or name, bases, namespace, **kwargs)

    def __init__(cls, name, bases, namespace, /, dotted=None, **kwargs):
        super().__init__(name, bases, namespace)

    @property
    def __name__(cls):
        return cls.__qualname__.rpartition(".")[2]
