"""Context managers: contextmanager, suppress, closing, nullcontext, ExitStack, redirect_stdout.

Also redirect_stderr, ContextDecorator, AbstractContextManager. The asynchronous
ones are names only: entering one raises TypeError.

Differs: no chdir and no aclosing.
"""

import sys

from abc import ABC, abstractmethod
from functools import wraps

__all__ = [
    "AbstractContextManager", "AbstractAsyncContextManager", "AsyncExitStack", "ContextDecorator",
    "ExitStack", "closing", "contextmanager", "nullcontext", "redirect_stderr", "redirect_stdout", "suppress",
]  # fmt: skip

_alias = type(list[int])


def _has(cls, *names):
    return all(any(base.__dict__.get(name) is not None for base in cls.__mro__) for name in names)


class AbstractContextManager(ABC):
    """What has __enter__, by default returning the object itself, and __exit__."""

    __class_getitem__ = classmethod(_alias)

    def __enter__(self):
        return self

    @abstractmethod
    def __exit__(self, exc_type, exc_value, traceback):
        return None

    @classmethod
    def __subclasshook__(cls, C):
        if cls is AbstractContextManager:
            return _has(C, "__enter__", "__exit__") or NotImplemented
        return NotImplemented


class AbstractAsyncContextManager(ABC):
    """What has __aenter__ and __aexit__."""

    @classmethod
    def __subclasshook__(cls, C):
        if cls is AbstractAsyncContextManager:
            return _has(C, "__aenter__", "__aexit__") or NotImplemented
        return NotImplemented


class ContextDecorator:
    """A base for context managers that can decorate functions too."""

    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @wraps(func)
        def inner(*args, **kwds):
            with self._recreate_cm():
                return func(*args, **kwds)

        return inner


class _GeneratorContextManager(ContextDecorator, AbstractContextManager):
    """What a function decorated with contextmanager returns."""

    def __init__(self, func, args, kwds):
        self.gen = func(*args, **kwds)
        self.func, self.args, self.kwds = func, args, kwds
        self.__doc__ = getattr(func, "__doc__", None) or type(self).__doc__

    def _recreate_cm(self):
        return type(self)(self.func, self.args, self.kwds)

    def __enter__(self):
        # They are kept for use as a decorator only, which never enters this one.
        del self.args, self.kwds, self.func
        try:
            return next(self.gen)
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def __exit__(self, typ, value, traceback):
        if typ is None:
            try:
                next(self.gen)
            except StopIteration:
                return False
            raise RuntimeError("generator didn't stop")
        if value is None:
            value = typ()
        try:
            self.gen.throw(value)
        except StopIteration as e:
            # The exception was handled, unless it is the body's own.
            return e is not value
        except RuntimeError as e:
            if e is value:
                e.__traceback__ = traceback
                return False
            # A StopIteration of the body comes out as a RuntimeError's cause.
            if isinstance(value, StopIteration) and e.__cause__ is value:
                value.__traceback__ = traceback
                return False
            raise
        except BaseException as e:
            if e is not value:
                raise
            e.__traceback__ = traceback
            return False
        raise RuntimeError("generator didn't stop after throw()")


def contextmanager(func):
    """Makes a context manager of a generator function that yields once."""

    @wraps(func)
    def helper(*args, **kwds):
        return _GeneratorContextManager(func, args, kwds)

    return helper


class closing(AbstractContextManager):
    """Closes something at the end."""

    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *exc_info):
        self.thing.close()


class nullcontext(AbstractContextManager):
    """Does nothing; gives what it was made with."""

    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *excinfo):
        pass


class suppress(AbstractContextManager):
    """Ends the block quietly at exceptions of the given classes."""

    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        pass

    def __exit__(self, exctype, excinst, exctb):
        return exctype is not None and issubclass(exctype, self._exceptions)


class _RedirectStream(AbstractContextManager):
    _stream = None

    def __init__(self, new_target):
        self._new_target = new_target
        self._old_targets = []

    def __enter__(self):
        self._old_targets.append(getattr(sys, self._stream))
        setattr(sys, self._stream, self._new_target)
        return self._new_target

    def __exit__(self, exctype, excinst, exctb):
        setattr(sys, self._stream, self._old_targets.pop())


class redirect_stdout(_RedirectStream):
    """Sends what is printed to another file."""

    _stream = "stdout"


class redirect_stderr(_RedirectStream):
    """Sends what is printed to sys.stderr to another file."""

    _stream = "stderr"


def _special(cm, name, needs):
    """The method of a context manager's class, as the with statement looks for it."""
    method = getattr(type(cm), name, None)
    if method is None:
        cls = type(cm)
        raise TypeError(f"'{cls.__module__}.{cls.__qualname__}' object does not support {needs}")
    return method


class ExitStack(AbstractContextManager):
    """A list of context managers and callbacks that are left in reverse order."""

    def __init__(self):
        # Functions of (type, value, traceback), which return whether to swallow.
        self._callbacks = []

    def pop_all(self):
        """Moves all callbacks to a new stack, which is returned."""
        new = type(self)()
        new._callbacks, self._callbacks = self._callbacks, []
        return new

    def push(self, exit):
        """Adds the __exit__ of an object, or a function that is called like one."""
        method = getattr(type(exit), "__exit__", None)
        if method is None:
            self._callbacks.append(exit)
        else:
            self._callbacks.append(lambda *exc: method(exit, *exc))
        return exit

    def enter_context(self, cm):
        """Enters a context manager, to be left with the stack."""
        needs = "the context manager protocol"
        enter = _special(cm, "__enter__", needs)
        leave = _special(cm, "__exit__", needs)
        result = enter(cm)
        self._callbacks.append(lambda *exc: leave(cm, *exc))
        return result

    def callback(self, callback, /, *args, **kwds):
        """Adds a function to be called with the arguments."""

        def call(exc_type, exc, tb):
            callback(*args, **kwds)

        call.__wrapped__ = callback
        self._callbacks.append(call)
        return callback

    def close(self):
        """Leaves everything now."""
        self.__exit__(None, None, None)

    def __enter__(self):
        return self

    def __exit__(self, *exc_details):
        outside = sys.exc_info()[1]
        current = exc_details[1]
        raised = swallowed = False
        while self._callbacks:
            leave = self._callbacks.pop()
            try:
                if current is None:
                    done = leave(None, None, None)
                else:
                    done = leave(type(current), current, current.__traceback__)
                if done and current is not None:
                    current, raised, swallowed = None, False, True
            except BaseException as new:
                _set_context(new, current, outside)
                current, raised = new, True
        if raised:
            context = current.__context__
            try:
                raise current
            except BaseException:
                current.__context__ = context
                raise
        return swallowed and current is None and exc_details[1] is not None


def _set_context(new, old, outside):
    """Makes old what new was raised during, as nested with statements would."""
    while True:
        context = new.__context__
        if context is None or context is old:
            return
        if context is outside:
            break
        new = context
    new.__context__ = old


class AsyncExitStack(AbstractAsyncContextManager):
    """There is no event loop: the name only."""
