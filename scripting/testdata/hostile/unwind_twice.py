# costs: EIO
# log: unwound already
from windlass import *

class xlator(Translator):
    def lookup_fop(self, frame, this, loc, xdata):
        if loc.name == "bad":
            self.unwind_lookup(frame, -1, ENOENT)
            self.unwind_lookup(frame, -1, ENOENT)
            return
        self.wind_lookup(frame, loc, xdata)
