from enum import IntEnum
class P(IntEnum):
    LOW = 1
    HIGH = 3

print(P.LOW, repr(P.LOW), P.LOW + 1, type(P.LOW + 1).__name__, P.LOW < P.HIGH, P.LOW == 1, P.HIGH > 2,
      sorted([P.HIGH, P.LOW]), "abcd"[P.HIGH], f"{P.LOW}", f"{P.LOW:03d}", "%d %s" % (P.LOW, P.LOW),
      int(P.HIGH), {1: "one"}[P.LOW], P(3), max(P), str(P.LOW), range(P.HIGH))
print(isinstance(P.LOW, int), P.LOW in (1, 2), P.LOW & 3, P.HIGH.bit_length(), sum(P), bool(P.LOW),
      P["LOW"].value, format(P.HIGH, "x"))
for call in ("P(2)", "P('LOW')", "P.LOW + 'a'"):
    try:
        eval(call)
    except (ValueError, TypeError) as e:
        print(call, "->", e)
