# costs: EIO
# log: Error
from windlass import *

def deep():
    try:
        deep()
    except:
        deep()

class xlator(Translator):
    def lookup_fop(self, frame, this, loc, xdata):
        if loc.name == "bad":
            deep()
            raise ValueError("got through")
        self.wind_lookup(frame, loc, xdata)
