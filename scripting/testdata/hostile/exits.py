# costs: EIO
# log: Traceback
import sys
from windlass import *

class xlator(Translator):
    def lookup_fop(self, frame, this, loc, xdata):
        if loc.name == "bad":
            sys.exit(3)
            raise ValueError("there is no exit")
        self.wind_lookup(frame, loc, xdata)
