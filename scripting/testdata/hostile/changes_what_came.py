# costs: EIO
# log: AttributeError
from windlass import *

class xlator(Translator):
    def lookup_fop(self, frame, this, loc, xdata):
        if loc.name == "bad":
            for name in dir(loc):
                try:
                    setattr(loc, name, None)
                    raise SystemError(name)
                except AttributeError:
                    pass
            loc.name = "worse"
        self.wind_lookup(frame, loc, xdata)
