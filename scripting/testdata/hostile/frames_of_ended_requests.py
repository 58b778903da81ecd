# costs: EIO
# log: that has ended
from windlass import *

class xlator(Translator):
    kept = None
    def lookup_fop(self, frame, this, loc, xdata):
        if loc.name == "bad" and self.kept is not None:
            self.unwind_lookup(self.kept, -1, ENOENT)
        self.kept = frame
        if loc.name == "bad":
            raise ValueError("a Frame that has ended is there next time")
        self.wind_lookup(frame, loc, xdata)
