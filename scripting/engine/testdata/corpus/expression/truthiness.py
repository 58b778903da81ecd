class Empty:
    def __len__(self):
        return 0

values = [0, 1, -1, 0.0, 1e-300, "", "0", " ", [], [0], (), ((),), {}, {0: 0}, set(), frozenset({0}), None,
          b"", b"\0", 0j, range(0), range(1),
          Empty(), object(), int, bytearray(), bytearray(1), float("nan"), ..., NotImplemented.__class__]
print("".join("T" if v else "F" for v in values))
print("".join("ft"[bool(v)] for v in values))
print(len([v for v in values if v]), sum(not v for v in values))
count = 0
for v in values:
    while v:
        count += 1
        break
print(count)
