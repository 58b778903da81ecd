# costs: EIO
# log: script exceeded its
from windlass import *

class xlator(Translator):
    def lookup_fop(self, frame, this, loc, xdata):
        if loc.name == "bad":
            try:
                raise ValueError("first")
            finally:
                while True:
                    pass
        self.wind_lookup(frame, loc, xdata)
