"""Logging: loggers, levels, handlers, formatters, filters, adapters.

Loggers form a tree by the dots in their names. A record goes to the handlers of its
logger and of those above. Where there are none it goes to the host, through
_windlass_log.emit(levelno, name, message), or to sys.stderr where there is no host.

Differs: there are no handlers for files, sockets and so on, and no logging.config.
With a host there is no minimum level for records without a handler.
"""

import sys
import threading
import time

from string import Template

__all__ = [
    "BufferingFormatter", "CRITICAL", "DEBUG", "ERROR", "FATAL", "Filter", "Formatter", "Handler",
    "INFO", "LogRecord", "Logger", "LoggerAdapter", "NOTSET", "NullHandler", "StreamHandler", "WARN",
    "WARNING", "addLevelName", "basicConfig", "captureWarnings", "critical", "debug", "disable",
    "error", "exception", "fatal", "getLevelName", "getLevelNamesMapping", "getLogRecordFactory",
    "getLogger", "getLoggerClass", "info", "lastResort", "log", "makeLogRecord", "raiseExceptions",
    "setLogRecordFactory", "setLoggerClass", "shutdown", "warn", "warning",
]  # fmt: skip

CRITICAL = FATAL = 50
ERROR = 40
WARNING = WARN = 30
INFO = 20
DEBUG = 10
NOTSET = 0

raiseExceptions = True
BASIC_FORMAT = "%(levelname)s:%(name)s:%(message)s"

_names = {
    CRITICAL: "CRITICAL", ERROR: "ERROR", WARNING: "WARNING", INFO: "INFO", DEBUG: "DEBUG", NOTSET: "NOTSET",
}  # fmt: skip
_levels = {name: level for level, name in _names.items()}
_levels.update(FATAL=FATAL, WARN=WARN)

_start = time.time()
_lock = threading.RLock()


def _emit_nowhere(levelno, name, message):
    """What there is without a host."""


try:
    from _windlass_log import emit as _emit_to_host
except ImportError:
    _emit_to_host = _emit_nowhere


def getLevelName(level):
    """Returns the name of a level, or the level of a name."""
    if level in _names:
        return _names[level]
    return _levels.get(level, f"Level {level}")


def getLevelNamesMapping():
    """Returns the levels by name."""
    return dict(_levels)


def addLevelName(level, levelName):
    """Gives a level a name."""
    _names[level] = levelName
    _levels[levelName] = level


def _checkLevel(level):
    if isinstance(level, int):
        return level
    if str(level) == level:
        if level not in _levels:
            raise ValueError(f"Unknown level: {level!r}")
        return _levels[level]
    raise TypeError(f"Level not an integer or a valid string: {level!r}")


class LogRecord:
    """One event."""

    def __init__(self, name, level, pathname, lineno, msg, args, exc_info, func=None, sinfo=None, **kwargs):
        now = time.time()
        self.name, self.msg = name, msg
        # A single mapping is for %(key)s.
        if args and len(args) == 1 and hasattr(args[0], "keys") and args[0]:
            args = args[0]
        self.args = args
        self.levelname, self.levelno = getLevelName(level), level
        self.pathname = pathname
        self.filename = pathname.rpartition("/")[2]
        self.module = self.filename.rpartition(".")[0] or self.filename
        self.exc_info, self.exc_text, self.stack_info = exc_info, None, sinfo
        self.lineno, self.funcName = lineno, func
        self.created = now
        self.msecs = int((now - int(now)) * 1000) + 0.0
        self.relativeCreated = (now - _start) * 1000
        self.thread, self.threadName = threading.get_ident(), threading.current_thread().name
        self.processName, self.process = "MainProcess", _pid()

    def __repr__(self):
        return f'<LogRecord: {self.name}, {self.levelno}, {self.pathname}, {self.lineno}, "{self.msg}">'

    def getMessage(self):
        """Returns the message with its arguments."""
        msg = str(self.msg)
        return msg % self.args if self.args else msg


def _pid():
    import os

    return os.getpid()


_factory = LogRecord


def setLogRecordFactory(factory):
    """Sets what makes records."""
    global _factory
    _factory = factory


def getLogRecordFactory():
    """Returns what makes records."""
    return _factory


def makeLogRecord(dict):
    """Returns a record with the given attributes."""
    record = _factory(None, None, "", 0, "", (), None, None)
    record.__dict__.update(dict)
    return record


class PercentStyle:
    """Formats as in %(message)s."""

    default_format = "%(message)s"
    asctime_format = "%(asctime)s"
    asctime_search = "%(asctime)"

    def __init__(self, fmt, *, defaults=None):
        self._fmt = fmt or self.default_format
        self._defaults = defaults

    def usesTime(self):
        """Tells whether the time is shown."""
        return self.asctime_search in self._fmt

    def validate(self):
        """Refuses a format without a field."""
        i = self._fmt.find("%(")
        while i >= 0:
            end = self._fmt.find(")", i)
            spec = self._fmt[end + 1 :].lstrip("#0+- ").lstrip("0123456789*.") if end > i + 2 else ""
            if spec[:1] in tuple("diouxefgcrsa%DIOUXEFGCRSA"):
                return
            i = self._fmt.find("%(", i + 2)
        raise ValueError(f"Invalid format '{self._fmt}' for '{self.default_format[0]}' style")

    def _values(self, record):
        return {**self._defaults, **record.__dict__} if self._defaults else record.__dict__

    def format(self, record):
        """Returns the text of a record."""
        try:
            return self._format(self._values(record))
        except KeyError as e:
            raise ValueError(f"Formatting field not found in record: {e}") from None

    def _format(self, values):
        return self._fmt % values


class StrFormatStyle(PercentStyle):
    """Formats as in {message}."""

    default_format = "{message}"
    asctime_format = "{asctime}"
    asctime_search = "{asctime"

    def validate(self):
        from string import Formatter as Fields

        names = set()
        try:
            for _, name, _, conversion in Fields().parse(self._fmt):
                if name:
                    if not name.replace(".", "_").replace("[", "_").replace("]", "_").isidentifier():
                        raise ValueError(f"invalid field name/expression: {name!r}")
                    names.add(name)
                    if conversion and conversion not in "rsa":
                        raise ValueError(f"invalid conversion: {conversion!r}")
        except ValueError as e:
            raise ValueError(f"invalid format: {e}") from None
        if not names:
            raise ValueError("invalid format: no fields")

    def _format(self, values):
        return self._fmt.format(**values)


class StringTemplateStyle(PercentStyle):
    """Formats as in ${message}."""

    default_format = "${message}"
    asctime_format = "${asctime}"
    asctime_search = "${asctime}"

    def __init__(self, fmt, *, defaults=None):
        super().__init__(fmt, defaults=defaults)
        self._template = Template(self._fmt)

    def usesTime(self):
        return "$asctime" in self._fmt or self.asctime_search in self._fmt

    def validate(self):
        if "$" in self._fmt.replace("$$", "") and not self._template.is_valid():
            raise ValueError("invalid format: bare '$' not allowed")
        if not self._template.get_identifiers():
            raise ValueError("invalid format: no fields")

    def _format(self, values):
        return self._template.substitute(**values)


_STYLES = {
    "%": (PercentStyle, BASIC_FORMAT),
    "{": (StrFormatStyle, "{levelname}:{name}:{message}"),
    "$": (StringTemplateStyle, "${levelname}:${name}:${message}"),
}


class Formatter:
    """Makes texts of records."""

    converter = staticmethod(time.localtime)
    default_time_format = "%Y-%m-%d %H:%M:%S"
    default_msec_format = "%s,%03d"

    def __init__(self, fmt=None, datefmt=None, style="%", validate=True, *, defaults=None):
        if style not in _STYLES:
            raise ValueError(f"Style must be one of: {','.join(_STYLES)}")
        self._style = _STYLES[style][0](fmt, defaults=defaults)
        if validate:
            self._style.validate()
        self._fmt = self._style._fmt
        self.datefmt = datefmt

    def formatTime(self, record, datefmt=None):
        """Returns the time of a record as a text."""
        t = self.converter(record.created)
        if datefmt:
            return time.strftime(datefmt, t)
        text = time.strftime(self.default_time_format, t)
        return self.default_msec_format % (text, record.msecs) if self.default_msec_format else text

    def formatException(self, ei):
        """Returns the text of (type, value, traceback)."""
        import traceback

        return "".join(traceback.format_exception(*ei)).removesuffix("\n")

    def formatStack(self, stack_info):
        """Returns the text about the calls that led to a record."""
        return stack_info

    def usesTime(self):
        """Tells whether the time is shown."""
        return self._style.usesTime()

    def formatMessage(self, record):
        """Returns the first lines."""
        return self._style.format(record)

    def format(self, record):
        """Returns the text of a record, with the exception if there is one."""
        record.message = record.getMessage()
        if self.usesTime():
            record.asctime = self.formatTime(record, self.datefmt)
        text = self.formatMessage(record)
        if record.exc_info and not record.exc_text:
            record.exc_text = self.formatException(record.exc_info)
        for more in (record.exc_text, record.stack_info and self.formatStack(record.stack_info)):
            if more:
                text = text.removesuffix("\n") + "\n" + more
        return text


class BufferingFormatter:
    """Makes one text of several records."""

    def __init__(self, linefmt=None):
        self.linefmt = linefmt or _default_formatter

    def formatHeader(self, records):
        return ""

    def formatFooter(self, records):
        return ""

    def format(self, records):
        """Returns the text of the records."""
        if not records:
            return ""
        return self.formatHeader(records) + "".join(map(self.linefmt.format, records)) + self.formatFooter(records)


_default_formatter = Formatter()


class Filter:
    """Lets records of one logger and of those below pass."""

    def __init__(self, name=""):
        self.name = name

    def filter(self, record):
        """Tells whether a record passes."""
        return not self.name or record.name == self.name or record.name.startswith(self.name + ".")


class Filterer:
    """What has filters."""

    def __init__(self):
        self.filters = []

    def addFilter(self, filter):
        """Adds a filter: an object with a method filter, or a function."""
        if filter not in self.filters:
            self.filters.append(filter)

    def removeFilter(self, filter):
        """Removes a filter."""
        if filter in self.filters:
            self.filters.remove(filter)

    def filter(self, record):
        """Tells whether a record passes all filters."""
        for f in self.filters:
            if not (f.filter(record) if hasattr(f, "filter") else f(record)):
                return False
        return True


class Handler(Filterer):
    """Takes records somewhere: subclasses define emit."""

    def __init__(self, level=NOTSET):
        super().__init__()
        self._name = None
        self.level = _checkLevel(level)
        self.formatter = None
        self.createLock()

    name = property(lambda self: self._name, lambda self, name: self.set_name(name))

    def get_name(self):
        return self._name

    def set_name(self, name):
        self._name = name

    def createLock(self):
        """Makes the lock that emit is called with."""
        self.lock = threading.RLock()

    def acquire(self):
        self.lock.acquire()

    def release(self):
        self.lock.release()

    def setLevel(self, level):
        """Sets the level below which records are ignored."""
        self.level = _checkLevel(level)

    def setFormatter(self, fmt):
        """Sets what makes texts."""
        self.formatter = fmt

    def format(self, record):
        """Returns the text of a record."""
        return (self.formatter or _default_formatter).format(record)

    def emit(self, record):
        raise NotImplementedError("emit must be implemented by Handler subclasses")

    def handle(self, record):
        """Emits a record that passes the filters."""
        passes = self.filter(record)
        if passes:
            with self.lock:
                self.emit(record)
        return passes

    def flush(self):
        """Writes what was kept back."""

    def close(self):
        """Gives up what the handler holds."""

    def handleError(self, record):
        """Says on sys.stderr that a record could not be emitted."""
        if raiseExceptions and sys.stderr:
            import traceback

            sys.stderr.write("--- Logging error ---\n")
            traceback.print_exc(file=sys.stderr)
            sys.stderr.write(f"Message: {record.msg!r}\nArguments: {record.args}\n")

    def __repr__(self):
        return f"<{type(self).__name__} ({getLevelName(self.level)})>"


class NullHandler(Handler):
    """Takes records nowhere."""

    def handle(self, record):
        pass

    def emit(self, record):
        pass

    def createLock(self):
        self.lock = None


class StreamHandler(Handler):
    """Writes records to a stream, by default to sys.stderr."""

    terminator = "\n"

    def __init__(self, stream=None):
        super().__init__()
        self.stream = sys.stderr if stream is None else stream

    def flush(self):
        with self.lock:
            if self.stream and hasattr(self.stream, "flush"):
                self.stream.flush()

    def emit(self, record):
        try:
            self.stream.write(self.format(record) + self.terminator)
            self.flush()
        except RecursionError:
            raise
        except Exception:
            self.handleError(record)

    def setStream(self, stream):
        """Changes the stream; returns the old one, None if it is the same."""
        if stream is self.stream:
            return None
        self.flush()
        old, self.stream = self.stream, stream
        return old

    def __repr__(self):
        name = str(getattr(self.stream, "name", ""))
        return f"<{type(self).__name__} {name + ' ' if name else ''}({getLevelName(self.level)})>"


class _StderrHandler(StreamHandler):
    """Writes to what sys.stderr is at the time."""

    def __init__(self, level=NOTSET):
        Handler.__init__(self, level)

    stream = property(lambda self: sys.stderr)


class _HostHandler(Handler):
    """Hands records to the host."""

    def emit(self, record):
        try:
            _emit_to_host(record.levelno, record.name, self.format(record))
        except RecursionError:
            raise
        except Exception:
            self.handleError(record)


_defaultLastResort = _StderrHandler(WARNING) if _emit_to_host is _emit_nowhere else _HostHandler()
lastResort = _defaultLastResort


def _is_logging(frame):
    return frame.f_code.co_filename == _is_logging.__code__.co_filename


class Logger(Filterer):
    """What programs log to."""

    def __init__(self, name, level=NOTSET):
        super().__init__()
        self.name = name
        self.level = _checkLevel(level)
        self.parent = None
        self.propagate = True
        self.handlers = []
        self.disabled = False

    def setLevel(self, level):
        """Sets the level below which nothing is logged; NOTSET for that of the logger above."""
        self.level = _checkLevel(level)

    def getEffectiveLevel(self):
        """Returns the level of this logger or of the nearest above that has one."""
        logger = self
        while logger:
            if logger.level:
                return logger.level
            logger = logger.parent
        return NOTSET

    def isEnabledFor(self, level):
        """Tells whether something of that level is logged."""
        return not self.disabled and level > self.manager.disable and level >= self.getEffectiveLevel()

    def debug(self, msg, *args, **kwargs):
        """Logs at DEBUG."""
        if self.isEnabledFor(DEBUG):
            self._log(DEBUG, msg, args, **kwargs)

    def info(self, msg, *args, **kwargs):
        """Logs at INFO."""
        if self.isEnabledFor(INFO):
            self._log(INFO, msg, args, **kwargs)

    def warning(self, msg, *args, **kwargs):
        """Logs at WARNING."""
        if self.isEnabledFor(WARNING):
            self._log(WARNING, msg, args, **kwargs)

    warn = warning

    def error(self, msg, *args, **kwargs):
        """Logs at ERROR."""
        if self.isEnabledFor(ERROR):
            self._log(ERROR, msg, args, **kwargs)

    def exception(self, msg, *args, exc_info=True, **kwargs):
        """Logs at ERROR, with the exception that is being handled."""
        self.error(msg, *args, exc_info=exc_info, **kwargs)

    def critical(self, msg, *args, **kwargs):
        """Logs at CRITICAL."""
        if self.isEnabledFor(CRITICAL):
            self._log(CRITICAL, msg, args, **kwargs)

    fatal = critical

    def log(self, level, msg, *args, **kwargs):
        """Logs at any level."""
        if not isinstance(level, int):
            if raiseExceptions:
                raise TypeError("level must be an integer")
            return
        if self.isEnabledFor(level):
            self._log(level, msg, args, **kwargs)

    def findCaller(self, stack_info=False, stacklevel=1):
        """Returns the file, line and function that logged, and the calls that led there."""
        try:
            frame = sys._getframe(1)
        except AttributeError:
            return "(unknown file)", 0, "(unknown function)", None
        while frame.f_back is not None and _is_logging(frame):
            frame = frame.f_back
        for _ in range(stacklevel - 1):
            frame = frame.f_back or frame
        sinfo = None
        if stack_info:
            import traceback

            sinfo = "Stack (most recent call last):\n" + "".join(traceback.format_stack(frame)).rstrip("\n")
        return frame.f_code.co_filename, frame.f_lineno, frame.f_code.co_name, sinfo

    def makeRecord(self, name, level, fn, lno, msg, args, exc_info, func=None, extra=None, sinfo=None):
        """Makes a record."""
        record = _factory(name, level, fn, lno, msg, args, exc_info, func, sinfo)
        for key, value in (extra or {}).items():
            if key in ("message", "asctime") or key in record.__dict__:
                raise KeyError(f"Attempt to overwrite {key!r} in LogRecord")
            record.__dict__[key] = value
        return record

    def _log(self, level, msg, args, exc_info=None, extra=None, stack_info=False, stacklevel=1):
        fn, lno, func, sinfo = self.findCaller(stack_info, stacklevel)
        if exc_info:
            if isinstance(exc_info, BaseException):
                exc_info = (type(exc_info), exc_info, exc_info.__traceback__)
            elif not isinstance(exc_info, tuple):
                exc_info = sys.exc_info()
        self.handle(self.makeRecord(self.name, level, fn, lno, msg, args, exc_info, func, extra, sinfo))

    def handle(self, record):
        """Gives a record that passes the filters to the handlers."""
        if not self.disabled and self.filter(record):
            self.callHandlers(record)

    def addHandler(self, hdlr):
        """Adds a handler."""
        if hdlr not in self.handlers:
            self.handlers.append(hdlr)

    def removeHandler(self, hdlr):
        """Removes a handler."""
        if hdlr in self.handlers:
            self.handlers.remove(hdlr)

    def hasHandlers(self):
        """Tells whether this logger or one above that records go to has a handler."""
        return any(True for _ in self._reached())

    def _reached(self):
        """The handlers that records go to."""
        logger = self
        while logger:
            yield from logger.handlers
            logger = logger.parent if logger.propagate else None

    def callHandlers(self, record):
        """Gives a record to all handlers that it reaches."""
        found = False
        for handler in list(self._reached()):
            found = True
            if record.levelno >= handler.level:
                handler.handle(record)
        if not found and lastResort and record.levelno >= lastResort.level:
            lastResort.handle(record)

    def getChild(self, suffix):
        """Returns the logger below of that name."""
        return self.manager.getLogger(suffix if self is self.root else f"{self.name}.{suffix}")

    def __repr__(self):
        return f"<{type(self).__name__} {self.name} ({getLevelName(self.getEffectiveLevel())})>"

    def __reduce__(self):
        return getLogger, (self.name,)


class RootLogger(Logger):
    """The logger above all others."""

    def __init__(self, level):
        super().__init__("root", level)

    def __reduce__(self):
        return getLogger, ()


_loggerClass = Logger


def setLoggerClass(klass):
    """Sets the class of new loggers."""
    global _loggerClass
    if not issubclass(klass, Logger):
        raise TypeError(f"logger not derived from logging.Logger: {klass.__name__}")
    _loggerClass = klass


def getLoggerClass():
    """Returns the class of new loggers."""
    return _loggerClass


class Manager:
    """Knows all loggers."""

    def __init__(self, rootnode):
        self.root = rootnode
        self.disable = NOTSET
        self.loggerDict = {}

    def getLogger(self, name):
        """Returns the logger of a name; makes it if need be."""
        if not isinstance(name, str):
            raise TypeError("A logger name must be a string")
        with _lock:
            if name not in self.loggerDict:
                self.loggerDict[name] = self._add(name)
            return self.loggerDict[name]

    def _add(self, name):
        new = _loggerClass(name)
        new.manager = self
        new.parent = self.root
        above = name.rpartition(".")[0]
        while above:
            if above in self.loggerDict:
                new.parent = self.loggerDict[above]
                break
            above = above.rpartition(".")[0]
        # Those below get it for their parent, unless they have a nearer one.
        for other in self.loggerDict.values():
            nearer = other.parent is not self.root and len(other.parent.name) > len(name)
            if other.name.startswith(name + ".") and not nearer:
                other.parent = new
        return new


root = RootLogger(WARNING)
Logger.root = root
Logger.manager = Manager(root)


def getLogger(name=None):
    """Returns the logger of a name; without one, the root logger."""
    if not name or isinstance(name, str) and name == root.name:
        return root
    return Logger.manager.getLogger(name)


class LoggerAdapter:
    """A logger that adds something to all records."""

    def __init__(self, logger, extra=None):
        self.logger, self.extra = logger, extra

    def process(self, msg, kwargs):
        """Returns the message and the keywords that are logged instead of those given."""
        kwargs["extra"] = self.extra
        return msg, kwargs

    def debug(self, msg, *args, **kwargs):
        self.log(DEBUG, msg, *args, **kwargs)

    def info(self, msg, *args, **kwargs):
        self.log(INFO, msg, *args, **kwargs)

    def warning(self, msg, *args, **kwargs):
        self.log(WARNING, msg, *args, **kwargs)

    warn = warning

    def error(self, msg, *args, **kwargs):
        self.log(ERROR, msg, *args, **kwargs)

    def exception(self, msg, *args, exc_info=True, **kwargs):
        self.log(ERROR, msg, *args, exc_info=exc_info, **kwargs)

    def critical(self, msg, *args, **kwargs):
        self.log(CRITICAL, msg, *args, **kwargs)

    def log(self, level, msg, *args, **kwargs):
        """Logs at any level."""
        if self.isEnabledFor(level):
            msg, kwargs = self.process(msg, kwargs)
            self.logger.log(level, msg, *args, **kwargs)

    def isEnabledFor(self, level):
        return self.logger.isEnabledFor(level)

    def setLevel(self, level):
        self.logger.setLevel(level)

    def getEffectiveLevel(self):
        return self.logger.getEffectiveLevel()

    def hasHandlers(self):
        return self.logger.hasHandlers()

    @property
    def name(self):
        return self.logger.name

    def __repr__(self):
        level = getLevelName(self.logger.getEffectiveLevel())
        return f"<{type(self).__name__} {self.logger.name} ({level})>"


def basicConfig(
    *, format=None, datefmt=None, style="%", level=None, stream=None, handlers=None, force=False, **other
):
    """Gives the root logger a handler if it has none, and a level."""
    if force:
        for handler in root.handlers[:]:
            root.removeHandler(handler)
            handler.close()
    if root.handlers:
        return
    for key in other:
        if key not in ("encoding", "errors"):
            raise ValueError(f"Unrecognised argument(s): {key}")
    if handlers is not None and stream is not None:
        raise ValueError("'stream' or 'filename' should not be specified together with 'handlers'")
    if style not in _STYLES:
        raise ValueError(f"Style must be one of: {','.join(_STYLES)}")
    formatter = Formatter(format or _STYLES[style][1], datefmt, style)
    for handler in [StreamHandler(stream)] if handlers is None else handlers:
        if handler.formatter is None:
            handler.setFormatter(formatter)
        root.addHandler(handler)
    if level is not None:
        root.setLevel(level)


def _root():
    """The root logger, with a handler, for the functions below."""
    if not root.handlers and _emit_to_host is _emit_nowhere:
        basicConfig()
    return root


def critical(msg, *args, **kwargs):
    """Logs at CRITICAL to the root logger."""
    _root().critical(msg, *args, **kwargs)


fatal = critical


def error(msg, *args, **kwargs):
    """Logs at ERROR to the root logger."""
    _root().error(msg, *args, **kwargs)


def exception(msg, *args, exc_info=True, **kwargs):
    """Logs at ERROR to the root logger, with the exception that is being handled."""
    error(msg, *args, exc_info=exc_info, **kwargs)


def warning(msg, *args, **kwargs):
    """Logs at WARNING to the root logger."""
    _root().warning(msg, *args, **kwargs)


warn = warning


def info(msg, *args, **kwargs):
    """Logs at INFO to the root logger."""
    _root().info(msg, *args, **kwargs)


def debug(msg, *args, **kwargs):
    """Logs at DEBUG to the root logger."""
    _root().debug(msg, *args, **kwargs)


def log(level, msg, *args, **kwargs):
    """Logs at any level to the root logger."""
    _root().log(level, msg, *args, **kwargs)


def disable(level=CRITICAL):
    """Logs nothing up to that level, whatever the loggers say."""
    Logger.manager.disable = _checkLevel(level)


def shutdown():
    """Flushes the handlers."""
    for logger in [root] + list(Logger.manager.loggerDict.values()):
        for handler in logger.handlers:
            handler.flush()


_showwarning = None


def captureWarnings(capture):
    """Sends what warnings shows to the logger py.warnings, or no more."""
    global _showwarning
    import warnings

    if capture and _showwarning is None:
        _showwarning = warnings.showwarning

        def show(message, category, filename, lineno, file=None, line=None):
            text = warnings.formatwarning(message, category, filename, lineno, line)
            getLogger("py.warnings").warning("%s", text)

        warnings.showwarning = show
    elif not capture and _showwarning is not None:
        warnings.showwarning = _showwarning
        _showwarning = None
