from collections import OrderedDict
d = OrderedDict([("b", 1), ("a", 2)])
d["c"] = 3
print(d, list(d), repr(OrderedDict()), OrderedDict(x=1, y=2))
d.move_to_end("b")
print(list(d))
d.move_to_end("c", last=False)
print(list(d), d.popitem(), d.popitem(last=False), d)
for call in ("d.move_to_end('zz')", "OrderedDict().popitem()", "d['q']"):
    try:
        eval(call)
    except KeyError as e:
        print(call, "->", e)
print(list(reversed(OrderedDict(a=1, b=2))), isinstance(d, dict))
