# costs: EIO
# log: ZeroDivisionError
from windlass import *

class xlator(Translator):
    def lookup_fop(self, frame, this, loc, xdata):
        if loc.name == "bad":
            1 % 0
        self.wind_lookup(frame, loc, xdata)
