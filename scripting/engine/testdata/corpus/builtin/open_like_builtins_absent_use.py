import builtins
def describe(name):
    f = getattr(builtins, name)
    return name, callable(f), type(f).__name__ in ("builtin_function_or_method", "type")

for name in ("abs", "all", "any", "bin", "callable", "chr", "dict", "divmod", "enumerate", "filter", "format",
             "frozenset",
             "getattr", "hash", "hex", "id", "isinstance", "issubclass", "iter", "len", "list", "map", "max",
             "min", "next",
             "object", "oct", "ord", "pow", "print", "property", "range", "repr", "reversed", "round", "set", "slice",
             "sorted", "staticmethod", "str", "sum", "super", "tuple", "type", "vars", "zip"):
    d = describe(name)
    if not all(d):
        print("odd", d)
print("checked", abs.__name__, len.__name__, int.__name__, print.__name__, sorted.__name__)
