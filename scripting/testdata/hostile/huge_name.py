# costs: any
from windlass import *

class xlator(Translator):
    def lookup_fop(self, frame, this, loc, xdata):
        if loc.name == "bad":
            loc = loc.copy()
            loc.name = "x" * 10**6
        self.wind_lookup(frame, loc, xdata)
