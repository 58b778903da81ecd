# costs: EIO
# log: RecursionError
from windlass import *

class xlator(Translator):
    @property
    def again(self):
        return self.again
    def lookup_fop(self, frame, this, loc, xdata):
        if loc.name == "bad":
            self.again
        self.wind_lookup(frame, loc, xdata)
