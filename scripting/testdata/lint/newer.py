from windlass import *

API = 1


class xlator(Translator):
    def lookup_fop(self, frame, this, loc, xdata):
        print(f"looking for {loc.path!r}")
        if (n := loc.name) and n.startswith("x"):
            return  # want: returns here without having wound or unwound
        self.wind_lookup(frame, loc, xdata)

    def mkdir_fop(self, frame, this, loc, mode, umask, xdata):
        match loc.name:
            case "no":
                self.unwind_mkdir(frame, -1, 13)
            case _:
                self.wind_mkdir(frame, loc, mode, umask, xdata)

    def unlink_fop(self, frame, this, loc, flags, xdata):
        seen: dict = {**{1: 2}, 3: 4}
        self.wind_unlink(frame, loc, flags, xdata)
        self.unwind_unlink(frame, 0, 0, None, None, None)  # want: unwound behind a wind
