from windlass import *


class xlator(Translator):
    def lookup_fop(self, frame, this, loc, xdata):
        if loc.name == "hold":
            frame.hold()
        elif loc.name == "bug":
            print("about to fail")
            loc.nothing
        else:
            self.wind_lookup(frame, loc, xdata)
