from dataclasses import dataclass, field, InitVar
@dataclass
class Rect:
    w: float
    h: float
    area: float = field(init=False)
    scale: InitVar[int] = 1
    def __post_init__(self, scale):
        if self.w < 0:
            raise ValueError(f"negative width {self.w}")
        self.area = self.w * self.h * scale

print(Rect(2, 3), Rect(2, 3, 10), Rect(w=1, h=1, scale=4).area, Rect.scale)
try:
    Rect(-1, 2)
except ValueError as e:
    print(e)
@dataclass
class Child(Rect):
    label: str = "c"
    def __post_init__(self, scale):
        super().__post_init__(scale)
        self.label = self.label.upper()
print(Child(1, 2, 3, "x"))
