# costs: EIO
# log: OSError
from windlass import *

class xlator(Translator):
    calls = 0
    def lookup_fop(self, frame, this, loc, xdata):
        if loc.name == "bad":
            self.calls = self.calls + 1
            raise OSError([-5, 100000, "x", 0, None][self.calls % 5])
        self.wind_lookup(frame, loc, xdata)
