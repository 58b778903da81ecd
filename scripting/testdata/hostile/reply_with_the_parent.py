# costs: any
from windlass import *

class xlator(Translator):
    def lookup_fop(self, frame, this, loc, xdata):
        if loc.name == "bad":
            self.unwind_lookup(frame, 0, 0, loc.parent, Iatt(ia_gfid=ROOT_GFID, ia_type=S_IFREG), None, None)
            return
        self.wind_lookup(frame, loc, xdata)
