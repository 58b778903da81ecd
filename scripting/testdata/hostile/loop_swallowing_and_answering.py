# costs: EIO
# log: script exceeded its
from windlass import *

class xlator(Translator):
    def lookup_fop(self, frame, this, loc, xdata):
        if loc.name == "bad":
            try:
                while True:
                    pass
            except BaseException:
                self.unwind_lookup(frame, -1, EDOM)
                return
        self.wind_lookup(frame, loc, xdata)
