# costs: EIO
# log: ValueError
from windlass import *

class xlator(Translator):
    def lookup_fop(self, frame, this, loc, xdata):
        if loc.name == "bad":
            frame.hold()
            raise ValueError("after all")
        self.wind_lookup(frame, loc, xdata)
