# costs: EIO
# log: neither winds, unwinds nor holds
from windlass import *

class xlator(Translator):
    def wind_lookup(self, frame, loc, xdata):
        if loc.name != "bad":
            Translator.wind_lookup(self, frame, loc, xdata)
    def lookup_fop(self, frame, this, loc, xdata):
        self.wind_lookup(frame, loc, xdata)
