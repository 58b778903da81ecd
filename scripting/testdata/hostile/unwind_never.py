# costs: EIO
# log: neither winds, unwinds nor holds
from windlass import *

class xlator(Translator):
    def lookup_fop(self, frame, this, loc, xdata):
        if loc.name != "bad":
            self.wind_lookup(frame, loc, xdata)
