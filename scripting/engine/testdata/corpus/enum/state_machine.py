from enum import Enum, auto
class State(Enum):
    IDLE = auto()
    RUN = auto()
    DONE = auto()
    def next(self, event):
        try:
            return TABLE[self, event]
        except KeyError:
            raise ValueError(f"{self.name} does not take {event!r}") from None

TABLE = {(State.IDLE, "start"): State.RUN, (State.RUN, "stop"): State.DONE, (State.DONE, "reset"): State.IDLE}
s = State.IDLE
for e in ("start", "stop", "reset", "stop"):
    try:
        s = s.next(e)
        print(e, "->", s)
    except ValueError as err:
        print(err, err.__cause__)
match s:
    case State.IDLE: print("matched idle")
    case _: print("other")
