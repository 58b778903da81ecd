# costs: EIO
# log: Traceback
from windlass import *

class Bad(Exception):
    def __str__(self):
        raise ValueError("in __str__")
    def __repr__(self):
        raise ValueError("in __repr__")

class xlator(Translator):
    def lookup_fop(self, frame, this, loc, xdata):
        if loc.name == "bad":
            raise Bad("x")
        self.wind_lookup(frame, loc, xdata)
