# costs: EIO
# log: RecursionError
from windlass import *

def key(x):
    return sorted([x, x], key=key)

class xlator(Translator):
    def lookup_fop(self, frame, this, loc, xdata):
        if loc.name == "bad":
            key(1)
        self.wind_lookup(frame, loc, xdata)
