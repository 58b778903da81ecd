# costs: EIO
# log: Error
from windlass import *

def later(frame):
    yield 1
    frame.unwind(-1, ENOENT)
    yield 2

class xlator(Translator):
    kept = None
    def lookup_fop(self, frame, this, loc, xdata):
        if loc.name == "bad":
            if self.kept is None:
                self.kept = later(frame)
                next(self.kept)
                raise ValueError("next time")
            kept = self.kept
            self.kept = None
            next(kept)
            raise ValueError("got through")
        self.wind_lookup(frame, loc, xdata)
