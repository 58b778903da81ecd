# costs: ETIMEDOUT
# log: was not answered in time
from windlass import *

class xlator(Translator):
    kept = []
    def lookup_fop(self, frame, this, loc, xdata):
        if loc.name == "bad":
            self.kept.append(frame)
            frame.hold()
            return
        self.wind_lookup(frame, loc, xdata)
