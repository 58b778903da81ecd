# costs: EIO
# log: Error
from windlass import *

class xlator(Translator):
    def lookup_fop(self, frame, this, loc, xdata):
        if loc.name == "bad":
            Translator.wind_stat = None
            xlator.lookup_fop = None
            self.wind_stat = 1
            self.wind_stat(frame, loc, xdata)
        self.wind_lookup(frame, loc, xdata)
