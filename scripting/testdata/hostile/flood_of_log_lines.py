# costs: EIO
# log: lines are left out
from windlass import *

class xlator(Translator):
    def lookup_fop(self, frame, this, loc, xdata):
        while loc.name == "bad":
            self.log.error("flood")
        self.wind_lookup(frame, loc, xdata)
