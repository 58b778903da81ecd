d = {"a": 1, "b": 2}
print([k for k in d], [v for v in d.values()], [f"{k}={v}" for k, v in d.items()], {v: k for k, v in d.items()})
print([k for k in d if d[k] > 1], {k: d[k] * 10 for k in d.keys() & {"b", "c"}}, [*d], list(d.items())[0])
try:
    [d.setdefault(k + k, 0) for k in d]
except RuntimeError as e:
    print(e)
print([k for k in list(d)][:2], {**d} == {k: d[k] for k in d})
