# costs: EIO
# log: MemoryError
from windlass import *

class xlator(Translator):
    def lookup_fop(self, frame, this, loc, xdata):
        if loc.name == "bad":
            for i in range(100000):
                shared.dict("d%d" % i)
        self.wind_lookup(frame, loc, xdata)
