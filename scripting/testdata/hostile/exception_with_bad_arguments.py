# costs: EIO
# log: Traceback
from windlass import *

class Bad:
    def __repr__(self):
        raise ValueError("in __repr__")

class xlator(Translator):
    def lookup_fop(self, frame, this, loc, xdata):
        if loc.name == "bad":
            raise ValueError(Bad(), Bad())
        self.wind_lookup(frame, loc, xdata)
