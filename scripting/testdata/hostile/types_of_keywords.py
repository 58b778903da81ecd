# costs: EIO
# log: TypeError
from windlass import *

class xlator(Translator):
    def lookup_fop(self, frame, this, loc, xdata):
        if loc.name == "bad":
            frame.wind(child={}, cookie=self, nothing=3)
        self.wind_lookup(frame, loc, xdata)
