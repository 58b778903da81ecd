d = {1: "a", "b": None}
for view in (d.keys(), d.values(), d.items()):
    print(type(view).__name__, view, repr(iter(view)).split(" ")[0])
try:
    d.keys()[0]
except TypeError as e:
    print(e)
try:
    len(iter(d))
except TypeError as e:
    print(e)
print(d.keys().mapping, type(d.keys().mapping).__name__)
print({}.keys(), {}.values(), {}.items())
