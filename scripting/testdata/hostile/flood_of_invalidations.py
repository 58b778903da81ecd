# costs: EIO
# log: Error
from windlass import *

class xlator(Translator):
    def lookup_fop(self, frame, this, loc, xdata):
        while loc.name == "bad":
            self.invalidate_inode(ROOT_GFID, -1)
        self.wind_lookup(frame, loc, xdata)
