print(hash(5), hash(-1), hash(True), hash(2.0), hash(0), hash(2**61 - 1), hash(2**61 + 5), hash(0.0),
      hash(1.0) == hash(1))
print(hash("a") == hash("a"), hash((1, "a")) == hash((1, "a")), hash(None) == hash(None),
      hash(frozenset([1, 2])) == hash(frozenset([2, 1])), hash(len) == hash(len))
for x in ([], {}, set(), bytearray(), [1], slice(1), {}.keys()):
    try:
        hash(x)
    except TypeError as e:
        print(e)
class A: pass
a = A()
print(hash(a) == hash(a), hash(A) == hash(A), isinstance(hash(a), int))
