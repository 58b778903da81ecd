# costs: EIO
# log: Error
from windlass import *

class xlator(Translator):
    def lookup_fop(self, frame, this, loc, xdata):
        if loc.name == "bad":
            x = 10 ** 10 ** 8
        self.wind_lookup(frame, loc, xdata)
