# costs: EIO
# log: shared.dict: a key must be
from windlass import *

class xlator(Translator):
    def lookup_fop(self, frame, this, loc, xdata):
        if loc.name == "bad":
            x = ()
            for i in range(20000):
                x = (x,)
            shared.dict("d")[x] = 1
        self.wind_lookup(frame, loc, xdata)
