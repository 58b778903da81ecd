# costs: EIO
# log: RecursionError
from windlass import *

class xlator(Translator):
    def lookup_fop(self, frame, this, loc, xdata):
        if loc.name == "bad":
            self.lookup_fop(frame, this, loc, xdata)
        self.wind_lookup(frame, loc, xdata)
