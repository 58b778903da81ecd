# costs: EIO
# log: RecursionError
from windlass import *

f = lambda x: f(x + 1)

class xlator(Translator):
    def lookup_fop(self, frame, this, loc, xdata):
        if loc.name == "bad":
            f(1)
        self.wind_lookup(frame, loc, xdata)
