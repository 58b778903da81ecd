# costs: EIO
# log: Error
from windlass import *

class xlator(Translator):
    def lookup_fop(self, frame, this, loc, xdata):
        if loc.name == "bad":
            del self.name
            del self.children
            del self.wind_stat
            self.name = "again"
            self.children = ()
            self.children[0]
        frame.wind()
