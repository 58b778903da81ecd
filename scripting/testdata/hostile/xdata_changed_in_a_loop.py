# costs: EIO
# log: Error
from windlass import *

class xlator(Translator):
    def lookup_fop(self, frame, this, loc, xdata):
        if loc.name == "bad":
            x = Dict(a="1")
            while True:
                for k in x:
                    x[k + "x"] = "1"
        self.wind_lookup(frame, loc, xdata)
