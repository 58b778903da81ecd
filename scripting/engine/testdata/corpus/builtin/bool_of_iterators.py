print(bool(iter([])), bool(map(len, [])), bool(x for x in []), bool(zip()), bool(range(0)),
      bool(enumerate([])), bool({}.keys()), bool({}.items()))
print(any(iter([])), all(map(bool, [])), list(filter(None, map(lambda x: x, [0, 1]))))
print([bool(x) for x in (float("nan"), 0.1, -0.0, "False", b"", [None], (0,), {None: None})])
def check(x):
    if not x:
        return "falsy"
    return "truthy"
print(check(range(0, -1)), check(range(1, 0, -1)), check(None), check(NotImplementedError))
