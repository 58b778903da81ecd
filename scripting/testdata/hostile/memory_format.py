# costs: EIO
# log: Error
from windlass import *

class xlator(Translator):
    def lookup_fop(self, frame, this, loc, xdata):
        if loc.name == "bad":
            x = "%10000000000d" % 1
        self.wind_lookup(frame, loc, xdata)
