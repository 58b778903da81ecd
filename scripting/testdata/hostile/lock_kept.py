# costs: EIO
# log: script exceeded its
from windlass import *

class xlator(Translator):
    def lookup_fop(self, frame, this, loc, xdata):
        lock = shared.lock("only")
        lock.acquire()
        while loc.name == "bad":
            pass
        self.wind_lookup(frame, loc, xdata)
