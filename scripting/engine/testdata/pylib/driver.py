"""Runs programs under CPython with the modules of pylib in place of its own.

    driver.py PYLIB PROGRAM...

Writes one JSON object per program: {"path", "out", "want", "error"}. What is wanted
is in the file PROGRAM.out; where there is none, it is what the program prints with
CPython's own modules. These keep their own imports: only the programs and the
modules of pylib see pylib, because only their builtins have this file's __import__.
What the engine provides in Go is taken from CPython, cut down to what pylib may
expect of it.
"""

import builtins
import io
import json
import linecache
import os
import signal
import sys
import time
import traceback
import types

import _collections
import _random

pylib = os.path.abspath(sys.argv[1])
loaded = {}
own_builtins = types.ModuleType("builtins")


def go_module(name, /, **names):
    """A module that the engine has in Go."""
    m = types.ModuleType(name)
    m.__dict__.update(names)
    return m


def source(name):
    path = os.path.join(pylib, *name.split("."))
    for candidate in (path + ".py", os.path.join(path, "__init__.py")):
        if os.path.isfile(candidate):
            return candidate
    return None


def load(name):
    """Returns the module of that full name from pylib or in Go; None if CPython has it."""
    if name in loaded:
        return loaded[name]
    if name in go_modules:
        loaded[name] = go_modules[name]()
        return loaded[name]
    path = source(name)
    if path is None:
        return None
    m = types.ModuleType(name)
    m.__file__ = path
    if path.endswith("__init__.py"):
        m.__path__ = [os.path.dirname(path)]
        m.__package__ = name
    else:
        m.__package__ = name.rpartition(".")[0]
    m.__builtins__ = own_builtins.__dict__
    loaded[name] = m
    try:
        with open(path) as f:
            exec(compile(f.read(), path, "exec"), m.__dict__)
    except BaseException:
        del loaded[name]
        raise
    return m


def import_ours(name, globals=None, locals=None, fromlist=(), level=0):
    if level:
        package = globals["__package__"]
        for _ in range(level - 1):
            package = package.rpartition(".")[0]
        name = package + "." + name if name else package
    first, _, rest = name.partition(".")
    top = load(first)
    if top is None:
        return builtins.__import__(name, globals, locals, fromlist, 0)
    m, full = top, first
    for part in rest.split(".") if rest else ():
        full += "." + part
        sub = load(full)
        if sub is None:
            sub = getattr(m, part, None)
        if sub is None:
            why = "" if hasattr(m, "__path__") else f"; {m.__name__!r} is not a package"
            raise ModuleNotFoundError(f"No module named {full!r}{why}", name=full)
        setattr(m, part, sub)
        m = sub
    if not fromlist:
        return top
    for part in fromlist:
        if part != "*" and not hasattr(m, part):
            sub = load(f"{full}.{part}")
            if sub is not None:
                setattr(m, part, sub)
    return m


def go_os():
    m = go_module("os", **{k: v for k, v in vars(os).items() if not k.startswith("__")})
    m.path = load("posixpath")
    return m


def go_time():
    """The clock is Go's; the calendar and its texts are _timefmt's."""
    m = go_module("time", **{k: v for k, v in vars(time).items() if not k.startswith("__")})
    loaded["time"] = m
    fmt = load("_timefmt")
    for name in ("struct_time", "strftime", "strptime", "asctime", "ctime", "gmtime", "localtime", "mktime"):
        setattr(m, name, getattr(fmt, name))
    return m




go_modules = {
    "_collections": lambda: go_module("_collections", deque=_collections.deque, defaultdict=_collections.defaultdict),
    "_random": lambda: go_module("_random", Random=_random.Random),
    "_traceback": lambda: go_module("_traceback", line=lambda filename, lineno: linecache.getline(filename, lineno)),
    "builtins": lambda: own_builtins,
    "os": go_os,
    "time": go_time,
}

class TimedOut(BaseException):
    pass


def on_alarm(*_):
    raise TimedOut


def run(path, inside):
    """Runs one program with a module builtins; returns what it printed and the traceback it ended in."""
    # Every program starts with modules of pylib of its own, as in a context of the engine.
    loaded.clear()
    sys.modules["__main__"] = main = types.ModuleType("__main__")
    main.__file__ = os.path.basename(path)
    main.__builtins__ = inside.__dict__
    with open(path, encoding="utf-8") as f:
        text = f.read()
    out, err = io.StringIO(), io.StringIO()
    streams = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = out, err
    signal.alarm(20)
    try:
        exec(compile(text, os.path.basename(path), "exec"), main.__dict__)
        error = ""
    except BaseException:
        error = traceback.format_exc()
    finally:
        signal.alarm(0)
        sys.stdout, sys.stderr = streams
    return out.getvalue(), error


def compare(path):
    """Runs one program and finds out what it should print."""
    own_builtins.__dict__.clear()
    own_builtins.__dict__.update(vars(builtins), __import__=import_ours)
    out, error = run(path, own_builtins)
    noted = os.path.splitext(path)[0] + ".out"
    if os.path.exists(noted):
        with open(noted, encoding="utf-8") as f:
            want = f.read()
    else:
        want, failed = run(path, builtins)
        error = error or failed
    return {"path": path, "out": out, "want": want, "error": error}


def main():
    signal.signal(signal.SIGALRM, on_alarm)
    sys.path.insert(0, "")
    for path in sys.argv[2:]:
        print(json.dumps(compare(path)))


main()
