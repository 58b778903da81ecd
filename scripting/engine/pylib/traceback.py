"""Texts of exceptions and of where they came from.

print_exc, format_exc, print_exception, format_exception, format_exception_only,
print_tb, format_tb, extract_tb, walk_tb, extract_stack, format_stack, print_stack,
format_list, FrameSummary, StackSummary, TracebackException, clear_frames.

Differs: no marks (^^^^) under the lines, nor suggestions of other names; lines are
shown where the engine knows the source.
"""

import sys

from _traceback import line as _source_line

__all__ = [
    "extract_stack", "extract_tb", "format_exception", "format_exception_only", "format_list",
    "format_stack", "format_tb", "print_exc", "format_exc", "print_exception", "print_last",
    "print_stack", "print_tb", "clear_frames", "FrameSummary", "StackSummary", "TracebackException",
    "walk_stack", "walk_tb", "print_list",
]  # fmt: skip

_CAUSE = "\nThe above exception was the direct cause of the following exception:\n\n"
_CONTEXT = "\nDuring handling of the above exception, another exception occurred:\n\n"

# As many equal entries in a row are shown before the others are counted.
_REPEATED = 3

_absent = object()


class FrameSummary:
    """Where a call was: filename, lineno, name and line."""

    __slots__ = ("filename", "lineno", "name", "_line", "locals")

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None):
        self.filename, self.lineno, self.name = filename, lineno, name
        self._line = line
        self.locals = None if locals is None else {k: repr(v) for k, v in locals.items()}

    @property
    def line(self):
        """The text of the line."""
        if self._line is None and self.lineno is not None:
            self._line = _source_line(self.filename, self.lineno)
        return None if self._line is None else self._line.strip()

    def __iter__(self):
        return iter((self.filename, self.lineno, self.name, self.line))

    def __getitem__(self, i):
        return (self.filename, self.lineno, self.name, self.line)[i]

    def __len__(self):
        return 4

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return tuple(self) == tuple(other)
        return tuple(self) == other if isinstance(other, tuple) else NotImplemented

    def __repr__(self):
        return f"<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>"


class StackSummary(list):
    """A list of FrameSummary."""

    @classmethod
    def extract(cls, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        """Makes one of pairs of frame and line."""
        frames = list(frame_gen)
        if limit is None:
            limit = getattr(sys, "tracebacklimit", None)
        if limit is not None:
            frames = frames[:limit] if limit >= 0 else frames[limit:]
        result = cls()
        for f, lineno in frames:
            code = f.f_code
            names = f.f_locals if capture_locals else None
            result.append(FrameSummary(code.co_filename, lineno, code.co_name, locals=names))
        return result

    @classmethod
    def from_list(cls, a_list):
        """Makes one of tuples (filename, lineno, name, line)."""
        result = cls()
        for f in a_list:
            result.append(f if isinstance(f, FrameSummary) else FrameSummary(f[0], f[1], f[2], line=f[3]))
        return result

    def format_frame_summary(self, frame_summary):
        """Returns the text of one entry."""
        text = f'  File "{frame_summary.filename}", line {frame_summary.lineno}, in {frame_summary.name}\n'
        if frame_summary.line:
            text += f"    {frame_summary.line}\n"
        if frame_summary.locals:
            text += "".join([f"    {k} = {v}\n" for k, v in sorted(frame_summary.locals.items())])
        return text

    def format(self):
        """Returns the texts of the entries."""
        result = []
        last, count = None, 0
        for f in self:
            place = f.filename, f.lineno, f.name
            if place != last:
                _note_repeats(result, count)
                last, count = place, 0
            count += 1
            if count <= _REPEATED:
                result.append(self.format_frame_summary(f))
        _note_repeats(result, count)
        return result


def _note_repeats(result, count):
    more = count - _REPEATED
    if more > 0:
        result.append(f"  [Previous line repeated {more} more time{'' if more == 1 else 's'}]\n")


def walk_tb(tb):
    """Iterates over the frames of a traceback and their lines."""
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def walk_stack(f):
    """Iterates over a frame and those that called it, and their lines."""
    if f is None:
        f = sys._getframe(2)
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def extract_tb(tb, limit=None):
    """Returns the entries of a traceback."""
    return StackSummary.extract(walk_tb(tb), limit=limit)


def extract_stack(f=None, limit=None):
    """Returns the entries of the calls that led here."""
    if f is None:
        f = sys._getframe(1)
    stack = StackSummary.extract(walk_stack(f), limit=limit)
    stack.reverse()
    return stack


def format_list(extracted_list):
    """Returns the texts of entries."""
    return StackSummary.from_list(extracted_list).format()


def format_tb(tb, limit=None):
    """Returns the texts of the entries of a traceback."""
    return extract_tb(tb, limit).format()


def format_stack(f=None, limit=None):
    """Returns the texts of the calls that led here."""
    return format_list(extract_stack(sys._getframe(1) if f is None else f, limit))


def _print(lines, file):
    print("".join(lines), file=sys.stderr if file is None else file, end="")


def print_list(extracted_list, file=None):
    """Prints entries."""
    _print(format_list(extracted_list), file)


def print_tb(tb, limit=None, file=None):
    """Prints the entries of a traceback."""
    _print(format_tb(tb, limit), file)


def print_stack(f=None, limit=None, file=None):
    """Prints the calls that led here."""
    _print(format_stack(sys._getframe(1) if f is None else f, limit), file)


def _text(value):
    try:
        return str(value)
    except Exception:
        return "<exception str() failed>"


class TracebackException:
    """What is needed to show an exception, without the exception."""

    def __init__(
        self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False,
        compact=False, max_group_width=15, max_group_depth=10, _seen=None,
    ):  # fmt: skip
        seen = set() if _seen is None else _seen
        seen.add(id(exc_value))
        self.exc_type = exc_type
        self._str = _text(exc_value)
        self.stack = StackSummary.extract(walk_tb(exc_traceback), limit=limit, capture_locals=capture_locals)
        self.__notes__ = getattr(exc_value, "__notes__", None)
        if isinstance(exc_value, SyntaxError):
            self.filename, self.lineno = exc_value.filename, exc_value.lineno
            self.text, self.offset, self.msg = exc_value.text, exc_value.offset, exc_value.msg

        def other(exc):
            if exc is None or id(exc) in seen:
                return None
            return TracebackException(
                type(exc), exc, exc.__traceback__, limit=limit, capture_locals=capture_locals, _seen=seen
            )

        self.__cause__ = other(getattr(exc_value, "__cause__", None))
        self.__suppress_context__ = getattr(exc_value, "__suppress_context__", False)
        self.__context__ = None
        if self.__cause__ is None and not self.__suppress_context__:
            self.__context__ = other(getattr(exc_value, "__context__", None))
        self.exceptions = None
        if isinstance(exc_value, BaseExceptionGroup):
            self.exceptions = [other(e) for e in exc_value.exceptions]

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        """Makes one of an exception."""
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    def __str__(self):
        return self._str

    def __eq__(self, other):
        return self.__dict__ == other.__dict__ if isinstance(other, TracebackException) else NotImplemented

    def format_exception_only(self):
        """Iterates over the lines about the exception itself."""
        name = self.exc_type.__qualname__
        if self.exc_type.__module__ not in ("__main__", "builtins"):
            name = f"{self.exc_type.__module__}.{name}"
        if issubclass(self.exc_type, SyntaxError):
            yield from self._syntax_error(name)
        else:
            yield f"{name}: {self._str}\n" if self._str else f"{name}\n"
        if isinstance(self.__notes__, (list, tuple)):
            for note in self.__notes__:
                yield from [line + "\n" for line in _text(note).split("\n")]
        elif self.__notes__ is not None:
            yield f"{self.__notes__!r}\n"

    def _syntax_error(self, name):
        if self.lineno is not None:
            yield f'  File "{self.filename or "<string>"}", line {self.lineno}\n'
        if self.text is not None:
            text = self.text.rstrip("\n")
            body = text.lstrip(" \n\f")
            yield f"    {body}\n"
            if self.offset is not None:
                column = self.offset - 1 - (len(text) - len(body))
                if column >= 0:
                    yield f"    {''.join([c if c.isspace() else ' ' for c in body[:column]])}^\n"
        yield f"{name}: {self.msg or '<no detail available>'}\n"

    def format(self, *, chain=True):
        """Iterates over all lines, those of the cause or context first."""
        if chain:
            if self.__cause__ is not None:
                yield from self.__cause__.format()
                yield _CAUSE
            elif self.__context__ is not None:
                yield from self.__context__.format()
                yield _CONTEXT
        if self.stack:
            yield "Traceback (most recent call last):\n"
            yield from self.stack.format()
        yield from self.format_exception_only()

    def print(self, *, file=None, chain=True):
        """Prints all lines."""
        _print(self.format(chain=chain), file)


def _value_and_tb(exc, value, tb):
    """The exception and the traceback of print_exception(exc) or (type, value, traceback)."""
    if value is _absent and tb is _absent:
        if exc is not None and not isinstance(exc, BaseException):
            raise TypeError(f"Exception expected for value, {type(exc).__name__} found")
        return exc, getattr(exc, "__traceback__", None)
    if value is _absent or tb is _absent:
        raise ValueError("Both or neither of value and tb must be given")
    return value, tb


def format_exception(exc, /, value=_absent, tb=_absent, limit=None, chain=True):
    """Returns the lines about an exception."""
    value, tb = _value_and_tb(exc, value, tb)
    return list(TracebackException(type(value), value, tb, limit=limit).format(chain=chain))


def format_exception_only(exc, /, value=_absent):
    """Returns the lines about an exception, without where it came from."""
    if value is _absent:
        value = exc
    return list(TracebackException(type(value), value, None).format_exception_only())


def print_exception(exc, /, value=_absent, tb=_absent, limit=None, file=None, chain=True):
    """Prints what there is to say about an exception."""
    _print(format_exception(exc, value, tb, limit, chain), file)


def format_exc(limit=None, chain=True):
    """Returns the text about the exception that is being handled."""
    value = sys.exc_info()[1]
    return "".join(format_exception(value, limit=limit, chain=chain))


def print_exc(limit=None, file=None, chain=True):
    """Prints what there is to say about the exception that is being handled."""
    print_exception(sys.exc_info()[1], limit=limit, file=file, chain=chain)


def print_last(limit=None, file=None, chain=True):
    """Prints the last exception that nothing caught."""
    if not hasattr(sys, "last_value"):
        raise ValueError("no last exception")
    print_exception(sys.last_value, limit=limit, file=file, chain=chain)


def clear_frames(tb):
    """Forgets the variables of the frames of a traceback."""
    while tb is not None:
        try:
            tb.tb_frame.clear()
        except RuntimeError:
            pass
        tb = tb.tb_next
