# costs: EIO
# log: RecursionError
from windlass import *

class Deep:
    def __repr__(self):
        return repr(self)

class xlator(Translator):
    def lookup_fop(self, frame, this, loc, xdata):
        if loc.name == "bad":
            repr(Deep())
        self.wind_lookup(frame, loc, xdata)
