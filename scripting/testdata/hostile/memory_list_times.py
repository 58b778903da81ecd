# costs: EIO
# log: MemoryError
from windlass import *

class xlator(Translator):
    def lookup_fop(self, frame, this, loc, xdata):
        if loc.name == "bad":
            x = [0] * 10**10
        self.wind_lookup(frame, loc, xdata)
