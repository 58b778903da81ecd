# costs: EIO
# log: Error
from windlass import *

class xlator(Translator):
    def lookup_fop(self, frame, this, loc, xdata):
        x = [1]
        while loc.name == "bad":
            x += x
            if len(x) > 2**24:  # so that the test survives where nothing bounds it
                raise MemoryError("not bounded by the engine")
        self.wind_lookup(frame, loc, xdata)
