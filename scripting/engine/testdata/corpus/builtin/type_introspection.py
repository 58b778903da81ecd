print(int.__name__, int.__bases__, bool.__mro__, type.__mro__, object.__bases__, int.__module__,
      (5).__class__, type(5).__class__)
print(str.__doc__ is not None, len.__name__, [].append.__name__, [].append.__self__, "".join.__qualname__,
      dict.get.__qualname__)
print(list.__class__, Exception.__base__, type(Exception()).__mro__[1:3], int.__qualname__,
      type(len).__name__, type(int.__add__).__name__, type([].append).__name__)
for call in ("int.__name__ = 'x'", "int.foo = 1", "len.x = 1", "del int.__name__", "(5).__class__ = str",
             "object().x = 1"):
    try:
        exec(call)
    except (TypeError, AttributeError) as e:
        print(call, "->", type(e).__name__, e)
