# costs: EIO
# log: no error number
from windlass import *

class xlator(Translator):
    def lookup_fop(self, frame, this, loc, xdata):
        if loc.name == "bad":
            self.unwind_lookup(frame, -1, 0)
        self.wind_lookup(frame, loc, xdata)
