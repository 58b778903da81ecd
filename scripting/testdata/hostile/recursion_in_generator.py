# costs: EIO
# log: RecursionError
from windlass import *

def deep(n):
    for x in deep(n + 1):
        yield x

class xlator(Translator):
    def lookup_fop(self, frame, this, loc, xdata):
        if loc.name == "bad":
            for x in deep(0):
                pass
        self.wind_lookup(frame, loc, xdata)
