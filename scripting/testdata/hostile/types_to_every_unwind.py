# costs: EIO
# log: ValueError: all refused
from windlass import *

class xlator(Translator):
    def lookup_fop(self, frame, this, loc, xdata):
        if loc.name == "bad":
            junk = [None, 1, 10**30, "x", b"x", [], {}, (), self, loc, 1.5, lambda: 1]
            for name in dir(Translator):
                if name.startswith("unwind_"):
                    for x in junk:
                        for args in ([x], [frame, x], [frame, x, x], [frame, 0, 0] + [x] * 20):
                            try:
                                getattr(self, name)(*args)
                                raise SystemError(name)
                            except (TypeError, ValueError, RuntimeError, OverflowError):
                                pass
            raise ValueError("all refused")
        self.wind_lookup(frame, loc, xdata)
