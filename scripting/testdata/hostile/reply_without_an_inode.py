# costs: any
from windlass import *

class xlator(Translator):
    def lookup_fop(self, frame, this, loc, xdata):
        if loc.name == "bad":
            self.unwind_lookup(frame, 0, 0, None, None, None, None)
            return
        self.wind_lookup(frame, loc, xdata)
