# costs: EIO
# log: after the frame was unwound
from windlass import *

class xlator(Translator):
    def lookup_fop(self, frame, this, loc, xdata):
        if loc.name == "bad":
            self.unwind_lookup(frame, -1, ENOENT)
        self.wind_lookup(frame, loc, xdata)
