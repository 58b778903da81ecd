# costs: EIO
# log: RecursionError
from windlass import *

def one(x):
    return two(x)

def two(x):
    return one(x)

class xlator(Translator):
    def lookup_fop(self, frame, this, loc, xdata):
        if loc.name == "bad":
            one(1)
        self.wind_lookup(frame, loc, xdata)
