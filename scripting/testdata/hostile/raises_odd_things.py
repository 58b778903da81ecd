# costs: EIO
# log: Error
from windlass import *

class xlator(Translator):
    calls = 0
    def lookup_fop(self, frame, this, loc, xdata):
        if loc.name == "bad":
            self.calls = self.calls + 1
            raise ["text", 5, None, loc, int, Translator][self.calls % 6]
        self.wind_lookup(frame, loc, xdata)
