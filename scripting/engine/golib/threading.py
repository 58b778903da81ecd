"""Locks and their like within one lane of a script, where one thing runs at a time.

Lock, RLock, Condition, Semaphore, BoundedSemaphore, Event, Barrier, Timer, local,
current_thread, main_thread, enumerate, active_count, get_ident, get_native_id.

Differs: there are no other threads. To wait without a time-out for what only
another thread could do is a RuntimeError at once, and with a time-out it takes that
long. Thread.start is a RuntimeError. A Timer's function runs in the same lane,
between two operations, if the host has timers.
"""

from _thread import TIMEOUT_MAX, RLock, after, get_ident, get_native_id
from _thread import allocate_lock as Lock
from _thread import error as ThreadError
from time import sleep as _sleep

__all__ = [
    "Barrier", "BoundedSemaphore", "BrokenBarrierError", "Condition", "Event", "Lock", "RLock", "Semaphore",
    "TIMEOUT_MAX", "Thread", "ThreadError", "Timer", "active_count", "current_thread", "enumerate",
    "get_ident", "get_native_id", "local", "main_thread",
]  # fmt: skip


def _wait(timeout, what):
    """Waits in vain."""
    if timeout is None:
        raise RuntimeError(f"deadlock: {what}, and nothing else runs here")
    if timeout > 0:
        _sleep(timeout)


class Condition:
    """A lock with waiting for a notification."""

    def __init__(self, lock=None):
        self._lock = RLock() if lock is None else lock
        self.acquire = self._lock.acquire
        self.release = self._lock.release

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def __repr__(self):
        return f"<Condition({self._lock!r}, 0)>"

    def wait(self, timeout=None):
        """Waits for a notification that cannot come; returns False."""
        if not self._lock._is_owned():
            raise RuntimeError("cannot wait on un-acquired lock")
        _wait(timeout, "nobody can notify this condition")
        return False

    def wait_for(self, predicate, timeout=None):
        """Waits until predicate() is true; returns what it returned."""
        result = predicate()
        if not result:
            self.wait(timeout)
            result = predicate()
        return result

    def notify(self, n=1):
        """Wakes those who wait: nobody."""
        if not self._lock._is_owned():
            raise RuntimeError("cannot notify on un-acquired lock")

    def notify_all(self):
        """Wakes those who wait: nobody."""
        self.notify()


class Semaphore:
    """A counter that does not go below zero."""

    def __init__(self, value=1):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self._value = value

    def __repr__(self):
        cls = type(self)
        return f"<{cls.__module__}.{cls.__qualname__} at {id(self):#x}: value={self._value}>"

    def acquire(self, blocking=True, timeout=None):
        """Counts down; returns whether it could."""
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        if self._value == 0:
            if blocking:
                _wait(timeout, "nobody can release this semaphore")
            return False
        self._value -= 1
        return True

    __enter__ = acquire

    def release(self, n=1):
        """Counts up."""
        if n < 1:
            raise ValueError("n must be one or more")
        self._value += n

    def __exit__(self, *args):
        self.release()


class BoundedSemaphore(Semaphore):
    """A semaphore that does not go above its first value."""

    def __init__(self, value=1):
        super().__init__(value)
        self._initial_value = value

    def __repr__(self):
        cls = type(self)
        return f"<{cls.__module__}.{cls.__qualname__} at {id(self):#x}: value={self._value}/{self._initial_value}>"

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be one or more")
        if self._value + n > self._initial_value:
            raise ValueError("Semaphore released too many times")
        self._value += n


class Event:
    """A flag."""

    def __init__(self):
        self._flag = False

    def __repr__(self):
        cls = type(self)
        return f"<{cls.__module__}.{cls.__qualname__} at {id(self):#x}: {'set' if self._flag else 'unset'}>"

    def is_set(self):
        """Tells whether the flag is set."""
        return self._flag

    isSet = is_set

    def set(self):
        """Sets the flag."""
        self._flag = True

    def clear(self):
        """Takes the flag back."""
        self._flag = False

    def wait(self, timeout=None):
        """Waits for the flag; returns whether it is set."""
        if not self._flag:
            _wait(timeout, "nobody can set this event")
        return self._flag


class BrokenBarrierError(RuntimeError):
    """The barrier was broken."""


class Barrier:
    """A place where as many meet as parties says: here, only one can."""

    def __init__(self, parties, action=None, timeout=None):
        self._parties, self._action, self._timeout, self._broken = parties, action, timeout, False

    parties = property(lambda self: self._parties)
    n_waiting = property(lambda self: 0)
    broken = property(lambda self: self._broken)

    def wait(self, timeout=None):
        """Waits for the others."""
        if self._broken:
            raise BrokenBarrierError
        if self._parties > 1:
            self._broken = True
            _wait(self._timeout if timeout is None else timeout, "the others cannot come to this barrier")
            raise BrokenBarrierError
        if self._action:
            self._action()
        return 0

    def reset(self):
        """Makes the barrier whole again."""
        self._broken = False

    def abort(self):
        """Breaks the barrier."""
        self._broken = True


class local:
    """An object with attributes: there is one thread."""

    def __init__(self, /, *args, **kw):
        if (args or kw) and type(self).__init__ is local.__init__:
            raise TypeError("Initialization arguments are not supported")


class Thread:
    """What other threads would be; they cannot be started."""

    _count = 0

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        if group is not None:
            raise AssertionError("group argument must be None for now")
        if name is None:
            Thread._count += 1
            name = f"Thread-{Thread._count}" + (f" ({target.__name__})" if hasattr(target, "__name__") else "")
        self._name = str(name)
        self._target, self._args, self._kwargs = target, args, kwargs or {}
        self.daemon = bool(daemon)
        self._state = "initial"

    @property
    def name(self):
        """The name."""
        return self._name

    @name.setter
    def name(self, name):
        self._name = str(name)

    @property
    def ident(self):
        """The number of the thread, None if it was not started."""
        return None if self._state == "initial" else get_ident()

    native_id = ident

    def __repr__(self):
        daemon = " daemon" if self.daemon else ""
        ident = "" if self.ident is None else f" {self.ident}"
        return f"<{type(self).__name__}({self._name}, {self._state}{daemon}{ident})>"

    def is_alive(self):
        """Tells whether the thread runs."""
        return self._state == "started"

    isAlive = is_alive

    def getName(self):
        """Returns the name."""
        return self._name

    def run(self):
        """Calls the target."""
        if self._target is not None:
            self._target(*self._args, **self._kwargs)

    def start(self):
        """Is not possible."""
        raise RuntimeError("can't start new thread: a script runs one thing at a time; see serve() and Timer")

    def join(self, timeout=None):
        """Waits for the end of the thread."""
        if self._state == "initial":
            raise RuntimeError("cannot join thread before it is started")
        if self._state == "started":
            if self is _main:
                raise RuntimeError("cannot join current thread")
            _wait(timeout, "the timer cannot end meanwhile")


class Timer(Thread):
    """Calls a function later, between two operations of the script."""

    def __init__(self, interval, function, args=None, kwargs=None):
        super().__init__()
        self.interval, self.function = interval, function
        self.args, self.kwargs = args or [], kwargs or {}
        self.finished = Event()
        self._timer = None

    def start(self):
        """Starts the clock."""
        if self._state != "initial":
            raise RuntimeError("threads can only be started once")
        self._timer = after(self.interval, self._run)
        self._state = "started"

    def _run(self):
        try:
            if not self.finished.is_set():
                self.run()
        finally:
            self.finished.set()
            self._state = "stopped"

    def run(self):
        self.function(*self.args, **self.kwargs)

    def cancel(self):
        """Stops the clock if it still runs."""
        self.finished.set()
        if self._timer is not None:
            self._timer.cancel()
            self._state = "stopped"


class _MainThread(Thread):
    def __init__(self):
        super().__init__(name="MainThread")
        self._state = "started"


_main = _MainThread()


def current_thread():
    """Returns the one thread."""
    return _main


main_thread = currentThread = current_thread


def enumerate():
    """Returns the threads that run."""
    return [_main]


def active_count():
    """Returns how many threads run."""
    return 1
