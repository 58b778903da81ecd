"""Warnings: warn, warn_explicit, simplefilter, filterwarnings, catch_warnings, showwarning.

Also resetwarnings and formatwarning.

Differs: the line of the source is shown only where the engine knows it; the place
of a warning comes from sys._getframe and is <unknown>:0 without it.
"""

import re
import sys

from _traceback import line as _source_line

__all__ = [
    "warn", "warn_explicit", "showwarning", "formatwarning", "filterwarnings", "simplefilter",
    "resetwarnings", "catch_warnings",
]  # fmt: skip

_ACTIONS = ("error", "ignore", "always", "default", "module", "once")

# What to do about which: (action, expression of the message, category, expression of the module, line).
filters = [
    ("default", None, DeprecationWarning, re.compile("__main__"), 0),
    ("ignore", None, DeprecationWarning, None, 0),
    ("ignore", None, PendingDeprecationWarning, None, 0),
    ("ignore", None, ImportWarning, None, 0),
    ("ignore", None, ResourceWarning, None, 0),
]
defaultaction = "default"
onceregistry = {}

# Which were shown, per place; anew when the filters change.
_shown = {}


class WarningMessage:
    """One warning, as catch_warnings records it."""

    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message, self.category = message, category
        self.filename, self.lineno = filename, lineno
        self.file, self.line, self.source = file, line, source

    def __str__(self):
        name = self.category.__name__ if self.category else None
        return (
            f"{{message : {self.message!r}, category : {name!r}, filename : {self.filename!r}, "
            f"lineno : {self.lineno}, line : {self.line!r}}}"
        )


def formatwarning(message, category, filename, lineno, line=None):
    """Returns the text that a warning is shown by."""
    text = f"{filename}:{lineno}: {category.__name__}: {message}\n"
    line = _source_line(filename, lineno) if line is None else line
    return f"{text}  {line.strip()}\n" if line.strip() else text


def showwarning(message, category, filename, lineno, file=None, line=None):
    """Writes a warning to a file, sys.stderr by default."""
    file = sys.stderr if file is None else file
    if file is not None:
        try:
            file.write(formatwarning(message, category, filename, lineno, line))
        except OSError:
            pass


def _changed():
    _shown.clear()


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    """Adds a rule about warnings, by expressions of their text and module."""
    if action not in _ACTIONS:
        raise AssertionError(f"invalid action: {action!r}")
    if not isinstance(message, str):
        raise AssertionError("message must be a string")
    if not isinstance(category, type) or not issubclass(category, Warning):
        raise AssertionError("category must be a Warning subclass")
    if not isinstance(module, str):
        raise AssertionError("module must be a string")
    if not isinstance(lineno, int) or lineno < 0:
        raise AssertionError("lineno must be an int >= 0")
    _add(
        action,
        re.compile(message, re.IGNORECASE) if message else None,
        category,
        re.compile(module) if module else None,
        lineno,
        append,
    )


def simplefilter(action, category=Warning, lineno=0, append=False):
    """Adds a rule about all warnings of a category."""
    if action not in _ACTIONS:
        raise AssertionError(f"invalid action: {action!r}")
    _add(action, None, category, None, lineno, append)


def _add(action, message, category, module, lineno, append):
    rule = (action, message, category, module, lineno)
    if append:
        if rule not in filters:
            filters.append(rule)
    else:
        if rule in filters:
            filters.remove(rule)
        filters.insert(0, rule)
    _changed()


def resetwarnings():
    """Removes all rules."""
    filters.clear()
    _changed()


def _action(text, category, module, lineno):
    for action, message, kind, where, line in filters:
        if (
            (message is None or message.match(text))
            and issubclass(category, kind)
            and (where is None or where.match(module))
            and line in (0, lineno)
        ):
            return action
    return defaultaction


def warn(message, category=None, stacklevel=1, source=None):
    """Issues a warning about the caller, or about one stacklevel further up."""
    if isinstance(message, Warning):
        category = type(message)
    elif category is None:
        category = UserWarning
    if not isinstance(category, type) or not issubclass(category, Warning):
        raise TypeError(f"category must be a Warning subclass, not '{type(category).__name__}'")
    filename, lineno, module = "<unknown>", 0, "<unknown>"
    try:
        frame = sys._getframe(max(stacklevel, 1))
    except AttributeError:
        pass
    except ValueError:
        filename, lineno, module = "sys", 1, "sys"
    else:
        filename, lineno = frame.f_code.co_filename, frame.f_lineno
        module = frame.f_globals.get("__name__", "<string>")
    warn_explicit(message, category, filename, lineno, module, source=source)


def warn_explicit(
    message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None
):
    """Issues a warning about a place."""
    if module is None:
        module = filename.removesuffix(".py") or "<unknown>"
    if isinstance(message, Warning):
        text, category = str(message), type(message)
    else:
        text, message = message, category(message)
    action = _action(text, category, module, lineno)
    if action == "ignore":
        return
    if action == "error":
        raise message
    place = {"default": (filename, lineno), "module": module, "once": None}
    if action != "always":
        key = (text, category, action, place[action])
        if key in _shown:
            return
        _shown[key] = True
    record = WarningMessage(message, category, filename, lineno, source=source)
    if _recording:
        _recording[-1].append(record)
    else:
        showwarning(message, category, filename, lineno)


# The lists of catch_warnings(record=True) that are open.
_recording = []


class catch_warnings:
    """Keeps changes of the filters to a block; records warnings in a list."""

    def __init__(
        self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False
    ):
        self._record = record
        self._rule = None if action is None else (action, category, lineno, append)
        self._entered = False

    def __repr__(self):
        return f"catch_warnings({'record=True' if self._record else ''})"

    def __enter__(self):
        if self._entered:
            raise RuntimeError(f"Cannot enter {self!r} twice")
        self._entered = True
        self._filters, self._show = filters[:], showwarning
        _changed()
        log = None
        if self._record:
            log = []
            _recording.append(log)
        if self._rule is not None:
            simplefilter(*self._rule)
        return log

    def __exit__(self, *exc_info):
        global showwarning
        if not self._entered:
            raise RuntimeError(f"Cannot exit {self!r} without entering first")
        filters[:] = self._filters
        showwarning = self._show
        if self._record:
            _recording.pop()
        _changed()
