# costs: EIO
# log: Error
from windlass import *

class xlator(Translator):
    def lookup_fop(self, frame, this, loc, xdata):
        if loc.name == "bad":
            kept = self.wind_lookup
            try:
                self.wind_lookup = None
                self.wind_lookup(frame, loc, xdata)
            finally:
                self.wind_lookup = kept
        self.wind_lookup(frame, loc, xdata)
