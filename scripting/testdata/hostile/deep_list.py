# costs: EIO
# log: Error
from windlass import *

class xlator(Translator):
    def lookup_fop(self, frame, this, loc, xdata):
        if loc.name == "bad":
            x = y = []
            for i in range(20000):
                x, y = [x], [y]
            if x == y or repr(x) == "":
                raise ValueError("got through")
            raise ValueError("got through too")
        self.wind_lookup(frame, loc, xdata)
