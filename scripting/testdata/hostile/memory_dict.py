# costs: EIO
# log: Error
from windlass import *

class xlator(Translator):
    def lookup_fop(self, frame, this, loc, xdata):
        x = {}
        while loc.name == "bad":
            x[str(len(x))] = "some text" * 10
        self.wind_lookup(frame, loc, xdata)
