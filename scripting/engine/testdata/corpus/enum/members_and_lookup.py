from enum import Enum
class Color(Enum):
    RED = 1
    GREEN = "g"
    BLUE = (3, 4)

print(Color.RED, repr(Color.RED), Color.RED.name, Color.RED.value, Color(1), Color["GREEN"], Color((3, 4)),
      f"{Color.RED}", [c.name for c in Color], len(Color), Color)
print(Color.RED is Color(1), Color.RED == 1, Color.RED in Color, isinstance(Color.RED, Color),
      type(Color.RED).__name__, list(Color), Color.RED != Color.GREEN, {Color.RED: "x"}[Color.RED])
for call in ("Color(9)", "Color['PINK']", "Color.PINK", "Color('RED')", "Color.RED < Color.BLUE", "Color()"):
    try:
        eval(call)
    except (ValueError, KeyError, AttributeError, TypeError) as e:
        print(call, "->", type(e).__name__, e)
