# costs: EIO
# log: script exceeded its
from windlass import *

def key(x):
    while True:
        pass

class xlator(Translator):
    def lookup_fop(self, frame, this, loc, xdata):
        if loc.name == "bad":
            sorted([3, 1, 2], key=key)
        self.wind_lookup(frame, loc, xdata)
