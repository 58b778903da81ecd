# costs: EIO
# log: RecursionError
from windlass import *

class xlator(Translator):
    def __getattr__(self, name):
        return getattr(self, name + "x")
    def lookup_fop(self, frame, this, loc, xdata):
        if loc.name == "bad":
            self.nothing
        self.wind_lookup(frame, loc, xdata)
