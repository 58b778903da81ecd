# costs: EIO
# log: ValueError: all refused
from windlass import *

class xlator(Translator):
    def lookup_fop(self, frame, this, loc, xdata):
        if loc.name == "bad":
            junk = [None, 1, -1, 10**30, "x", b"x", [], {}, (), self, frame, loc, 1.5, lambda: 1]
            for name in dir(Translator):
                if name.startswith("wind_"):
                    for x in junk:
                        for n in (1, 2, 5):
                            try:
                                getattr(self, name)(*([x] * n))
                                raise SystemError(name)
                            except (TypeError, ValueError, RuntimeError, OverflowError):
                                pass
            raise ValueError("all refused")
        self.wind_lookup(frame, loc, xdata)
