"""The smallest translator: it says what is looked up, and lets it pass."""
from windlass import *

API = 1


class xlator(Translator):
    def __init__(self, this):
        Translator.__init__(self, this)

    def lookup_fop(self, frame, this, loc, xdata):
        print("hello, " + loc.path)
        self.wind_lookup(frame, loc, xdata)
