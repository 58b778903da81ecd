# costs: EIO
# log: lines are left out
from windlass import *

class xlator(Translator):
    def lookup_fop(self, frame, this, loc, xdata):
        while loc.name == "bad":
            print("x" * 1000)
        self.wind_lookup(frame, loc, xdata)
