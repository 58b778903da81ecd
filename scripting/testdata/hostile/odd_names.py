# costs: any
from windlass import *

class xlator(Translator):
    names = ["", "/", "a/b", "../../../../etc/passwd", "nul" + chr(0), ".."]
    calls = 0
    def lookup_fop(self, frame, this, loc, xdata):
        if loc.name == "bad":
            loc = loc.copy()
            loc.name = self.names[self.calls % len(self.names)]
            self.calls = self.calls + 1
        self.wind_lookup(frame, loc, xdata)
