# costs: EIO
# log: time limit
import time
from windlass import *

class xlator(Translator):
    def lookup_fop(self, frame, this, loc, xdata):
        if loc.name == "bad":
            time.sleep(1000000000)
        self.wind_lookup(frame, loc, xdata)
