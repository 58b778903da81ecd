from collections import abc, deque, OrderedDict, Counter
def gen(): yield
samples = {"list": [], "tuple": (), "str": "", "dict": {}, "set": set(), "deque": deque(), "gen": gen(),
           "range": range(1), "int": 5, "func": len, "keys": {}.keys(), "bytes": b""}
for name in ("Iterable", "Iterator", "Sized", "Container", "Hashable", "Callable", "Sequence",
             "MutableSequence", "Mapping", "Set", "Generator", "Reversible", "Collection"):
    print(name, [k for k, v in samples.items() if isinstance(v, getattr(abc, name))])
print(issubclass(OrderedDict, abc.MutableMapping), issubclass(Counter, abc.Mapping),
      issubclass(int, abc.Hashable), isinstance({}.items(), abc.ItemsView))
