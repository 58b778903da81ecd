"""A test with the translator in the same file."""
from windlass import *


class xlator(Translator):
    def unlink_fop(self, frame, this, loc, flags, xdata):
        raise OSError(1, "never")


def test_never(t):
    t.child.write("/x", b"")
    t.child.expect("unlink", times=0)
    assert t.unlink("/x").error == "EPERM"
