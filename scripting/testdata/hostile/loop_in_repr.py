# costs: EIO
# log: script exceeded its
from windlass import *

class Slow:
    def __repr__(self):
        while True:
            pass

class xlator(Translator):
    def lookup_fop(self, frame, this, loc, xdata):
        if loc.name == "bad":
            self.log.info("%r", Slow())
        self.wind_lookup(frame, loc, xdata)
