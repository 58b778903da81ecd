from enum import Enum
class Level(Enum):
    LOW = 1
    HIGH = 2
    UNKNOWN = -1
    @classmethod
    def _missing_(cls, value):
        if isinstance(value, str):
            return cls.__members__.get(value.upper())
        if value == 99:
            return "not a member"
        return cls.UNKNOWN
class Coord(bytes, Enum):
    def __new__(cls, value, label):
        obj = bytes.__new__(cls, [value])
        obj._value_ = value
        obj.label = label
        return obj
    PX = (0, "P.X")
    PY = (1, "P.Y")
print(Level("low"), Level(55), Level(2), Coord.PY, Coord.PY.label, Coord(0), Coord.PX == b"\x00")
for v in ("nope", 99):
    try:
        Level(v)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e, "|", repr(e.__context__))
