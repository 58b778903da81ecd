# costs: EIO
# log: Error
from windlass import *

class xlator(Translator):
    def __getattr__(self, name):
        return 42
    def lookup_fop(self, frame, this, loc, xdata):
        if loc.name == "bad":
            self.nothing(frame, loc, xdata)
        self.wind_lookup(frame, loc, xdata)
