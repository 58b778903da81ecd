# costs: EIO
# log: this call has the lock already
from windlass import *

class xlator(Translator):
    def lookup_fop(self, frame, this, loc, xdata):
        with shared.lock("only"):
            if loc.name == "bad":
                with shared.lock("only"):
                    pass
            self.wind_lookup(frame, loc, xdata)
