import builtins
print(builtins.len is len, builtins.int is int, hasattr(builtins, "print"), builtins.__name__,
      builtins.ValueError is ValueError)
def shadow():
    len = lambda x: -1
    return len([]), builtins.len([])
print(shadow())
builtins.invented = 42
print(invented)
del builtins.invented
try:
    invented
except NameError as e:
    print(e)
print([n for n in ("abs", "aiter", "breakpoint", "compile", "input", "memoryview", "open", "__import__",
                   "exit") if hasattr(builtins, n)][:4])
