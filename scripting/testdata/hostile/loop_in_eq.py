# costs: EIO|ENOENT
from windlass import *

class Slow:
    def __eq__(self, other):
        while True:
            pass

class xlator(Translator):
    def lookup_fop(self, frame, this, loc, xdata):
        if loc.name == "bad":
            Slow() == 1
        self.wind_lookup(frame, loc, xdata)
