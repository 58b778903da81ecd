# costs: EIO
# log: Error
from windlass import *

class xlator(Translator):
    def lookup_fop(self, frame, this, loc, xdata):
        x = "x"
        while loc.name == "bad":
            x = x + x
        self.wind_lookup(frame, loc, xdata)
