# costs: EIO
# log: that has ended
from windlass import *

class xlator(Translator):
    kept = None
    def lookup_fop(self, frame, this, loc, xdata):
        if loc.name == "bad" and self.kept is not None:
            self.wind_lookup(frame, self.kept, xdata)
            return
        self.kept = loc
        if loc.name == "bad":
            raise ValueError("a Loc that has ended is there next time")
        self.wind_lookup(frame, loc, xdata)
