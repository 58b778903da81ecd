"""A test with the translator in the same file."""
from windlass import *
from windlass_testing import Test


class xlator(Translator):
    def unlink_fop(self, frame, this, loc, flags, xdata):
        raise OSError(1, "never")


def test_never(t):
    t.child.write("/x", b"")
    t.child.expect("unlink", times=0)
    assert t.unlink("/x").error == "EPERM"


def test_annotated(t: Test, n: int = 1) -> None:
    assert isinstance(t, Test) and n == 1
