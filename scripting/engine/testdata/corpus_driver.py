"""Reads {id: source} from standard input and writes {id: output} to standard output.

Every program runs in a new module __main__ of this one process.
"""
import contextlib
import io
import json
import sys
import traceback
import types


def run(name, source):
    out = io.StringIO()
    main = types.ModuleType("__main__")
    main.__builtins__ = __builtins__
    sys.modules["__main__"] = main
    with contextlib.redirect_stdout(out):
        try:
            exec(compile(source, name + ".py", "exec", dont_inherit=True), main.__dict__)
        except BaseException:
            traceback.print_exc(file=out)
    return out.getvalue()


outputs = {name: run(name, source) for name, source in json.load(sys.stdin).items()}
json.dump(outputs, sys.stdout)
