# costs: ENOENT
from windlass import *

class xlator(Translator):
    def lookup_fop(self, frame, this, loc, xdata):
        if loc.name == "bad":
            kept = loc.parent.ctx_get()
            loc.parent.ctx_set("x" * 10**6 if kept is None else kept[:-1])
        self.wind_lookup(frame, loc, xdata)
