# costs: ENOENT
from windlass import *

class Sticky:
    def __del__(self):
        while True:
            pass

class xlator(Translator):
    def lookup_fop(self, frame, this, loc, xdata):
        if loc.name == "bad":
            for i in range(100):
                Sticky()
        self.wind_lookup(frame, loc, xdata)
