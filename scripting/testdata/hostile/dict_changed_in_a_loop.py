# costs: EIO
# log: Error
from windlass import *

class xlator(Translator):
    def lookup_fop(self, frame, this, loc, xdata):
        if loc.name == "bad":
            d = {"a": 1}
            for k in d:
                d[k + "x"] = 1
            while True:
                for k in d.keys():
                    d[k + "x"] = 1
        self.wind_lookup(frame, loc, xdata)
