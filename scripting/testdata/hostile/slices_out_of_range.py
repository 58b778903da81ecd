# costs: EIO
# log: Error
from windlass import *

class xlator(Translator):
    def lookup_fop(self, frame, this, loc, xdata):
        if loc.name == "bad":
            x = "text"
            for s in (x[100:], x[:10**18], x[-10**18:], x.find("e", 10**18), x.split("", 1)):
                pass
            [1, 2][5]
        self.wind_lookup(frame, loc, xdata)
