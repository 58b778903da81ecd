"""windlass test trace_test.py"""
import errno


def test_numbers_tie_request_and_reply(t):
    t.root(uid=1000)
    t.lookup("/nothing")
    t.create("/file", mode=0o640)
    assert t.logs == [
        "1 lookup /nothing uid=1000",
        "1 lookup failed: ENOENT",
        "2 create /file mode=640 umask=0",
        "2 create -> 0",
    ]


def test_write_says_how_much(t):
    fd = t.create("/file")
    assert t.writev(fd, b"hello", 10).op_ret == 5
    assert t.logs[-2:] == ["2 writev 5 bytes at 10", "2 writev -> 5"]
    assert t.child.read("/file")[10:] == b"hello"


def test_replies_that_overtake_each_other(t):
    t.child.answer("lookup", errno=errno.EIO, delay=2, times=1)
    slow = t.start("lookup", "/slow")
    t.lookup("/fast")
    assert slow.wait().error == "EIO"
    assert t.logs[1:] == ["2 lookup /fast uid=0", "2 lookup failed: ENOENT", "1 lookup failed: EIO"]
