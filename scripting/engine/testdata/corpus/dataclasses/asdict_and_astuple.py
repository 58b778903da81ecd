from dataclasses import dataclass, asdict, astuple, field, is_dataclass
@dataclass
class In:
    v: int
@dataclass
class Out:
    a: In
    l: list = field(default_factory=list)
    d: dict = field(default_factory=dict)

o = Out(In(1), [In(2), (In(3),)], {"k": In(4)})
print(asdict(o), astuple(o))
print(asdict(o, dict_factory=lambda kv: sorted(k for k, _ in kv)), is_dataclass(o), is_dataclass(Out),
      is_dataclass(5), asdict(o)["l"] is o.l)
for bad in (5, Out, {}):
    try:
        asdict(bad)
    except TypeError as e:
        print(e)
import json
print(json.dumps(asdict(o), sort_keys=True))
