# costs: EIO
# log: bytes …]
from windlass import *

class xlator(Translator):
    def lookup_fop(self, frame, this, loc, xdata):
        if loc.name == "bad":
            raise ValueError("x" * 10**7)
        self.wind_lookup(frame, loc, xdata)
