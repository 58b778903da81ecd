import uuid
a, b = uuid.UUID(int=1), uuid.UUID(int=2)
print(a < b, a == uuid.UUID(int=1), sorted([b, a])[0].int, {a: "x"}[uuid.UUID(int=1)], a != b, a == 1,
      str(a) == a, len({a, b, a}), int(b))
try:
    a.int = 5
except TypeError as e:
    print(e)
try:
    a < 1
except TypeError as e:
    print(e)
print(uuid.NAMESPACE_DNS, uuid.NAMESPACE_URL.hex[:8], isinstance(a, uuid.UUID), f"{a}", "%s" % b)
