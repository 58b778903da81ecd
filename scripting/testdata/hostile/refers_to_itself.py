# costs: EIO
# log: Error
from windlass import *

class xlator(Translator):
    def lookup_fop(self, frame, this, loc, xdata):
        if loc.name == "bad":
            x = []
            x.append(x)
            print(x)
            raise ValueError("x == [x] is %s" % (x == [x]))
        self.wind_lookup(frame, loc, xdata)
