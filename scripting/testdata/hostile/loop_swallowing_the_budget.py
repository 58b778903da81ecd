# costs: EIO
# log: script exceeded its
from windlass import *

class xlator(Translator):
    def lookup_fop(self, frame, this, loc, xdata):
        while loc.name == "bad":
            try:
                while True:
                    pass
            except:
                pass
        self.wind_lookup(frame, loc, xdata)
