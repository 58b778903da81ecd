# trigger: list
# costs: any
from windlass import *

class xlator(Translator):
    def readdirp_fop(self, frame, this, fd, size, off, xdata):
        if fd.path == "/baddir" and off == 0:
            entries = []
            for name in ["", "a/b", "..", "x" * 300, "nul" + chr(0)]:
                entries.append(Dirent(name=name, off=len(entries) + 1))
            self.unwind_readdirp(frame, len(entries), 0, entries, None)
            return
        frame.wind()
