# costs: EIO
# log: script exceeded its
from windlass import *

class xlator(Translator):
    @property
    def slow(self):
        while True:
            pass
    def lookup_fop(self, frame, this, loc, xdata):
        if loc.name == "bad":
            self.slow
        self.wind_lookup(frame, loc, xdata)
