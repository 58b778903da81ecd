# options: lanes=2
# costs: EIO
# log: ctx_set
from windlass import *

class xlator(Translator):
    def lookup_fop(self, frame, this, loc, xdata):
        if loc.name == "bad":
            x = ()
            for i in range(20000):
                x = (x,)
            loc.parent.ctx_set(x)
        self.wind_lookup(frame, loc, xdata)
