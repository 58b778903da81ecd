# costs: EIO
# log: script exceeded its
from windlass import *

def endless():
    while True:
        yield 1

class xlator(Translator):
    def lookup_fop(self, frame, this, loc, xdata):
        if loc.name == "bad":
            for x in endless():
                pass
        self.wind_lookup(frame, loc, xdata)
