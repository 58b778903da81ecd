# costs: EIO|ENOENT
from windlass import *

class xlator(Translator):
    def lookup_fop(self, frame, this, loc, xdata):
        if loc.name == "bad":
            x = [1]
            for y in x:
                x.append(y)
        self.wind_lookup(frame, loc, xdata)
