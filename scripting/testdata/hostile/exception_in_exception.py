# costs: EIO
# log: Error
from windlass import *

def chain(n):
    try:
        raise ValueError(n)
    except ValueError as e:
        if n == 0:
            raise KeyError(n)
        chain(n - 1)

class xlator(Translator):
    def lookup_fop(self, frame, this, loc, xdata):
        if loc.name == "bad":
            chain(100)
        self.wind_lookup(frame, loc, xdata)
