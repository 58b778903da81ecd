# costs: EIO
# log: Error
from windlass import *

class xlator(Translator):
    def lookup_fop(self, frame, this, loc, xdata):
        if loc.name == "bad":
            d = shared.dict("d", max=100)
            for i in range(1000):
                d[i] = "x" * 10**4
            if len(d) <= 100:
                raise ValueError("bounded")
        self.wind_lookup(frame, loc, xdata)
