for name in ("ArithmeticError", "ZeroDivisionError", "OverflowError", "LookupError", "IndexError", "KeyError",
             "AttributeError",
             "NameError", "UnboundLocalError", "TypeError", "ValueError", "UnicodeDecodeError", "RuntimeError",
             "RecursionError", "NotImplementedError", "StopIteration", "GeneratorExit", "KeyboardInterrupt",
             "SystemExit",
             "AssertionError", "ImportError", "ModuleNotFoundError", "SyntaxError", "IndentationError", "EOFError",
             "MemoryError", "BufferError", "ReferenceError", "SystemError", "Warning", "DeprecationWarning",
             "FileExistsError", "BlockingIOError", "ExceptionGroup"):
    import builtins
    print(" < ".join(c.__name__ for c in getattr(builtins, name).__mro__[:-1]))
