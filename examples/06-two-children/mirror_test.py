"""windlass test mirror_test.py"""
import errno


def test_both_get_what_is_written(t):
    t.load(children=2)
    fd = t.create("/file")
    t.writev(fd, b"both")
    for child in t.children:
        assert child.read("/file") == b"both"
    t.unlink("/file")
    for child in t.children:
        assert child.list("/") == []


def test_answered_when_the_second_has(t):
    t.load(children=["data", "copy"])
    t.children[1].answer("mkdir", delay=5)
    p = t.start("mkdir", "/dir")
    assert t.children[0].exists("/dir")
    t.clock.advance(4)
    assert not p.done
    t.clock.advance(1)
    assert p.done and p.wait().ok


def test_one_failure_is_a_failure(t):
    t.load(children=2)
    for bad in range(2):
        t.children[bad].answer("mkdir", errno=errno.ENOSPC, times=1)
        assert t.mkdir("/dir%d" % bad).error == "ENOSPC"


def test_reads_go_to_the_first_alone(t):
    t.load(children=2)
    t.children[0].write("/file", b"data")
    t.children[1].write("/file", b"data")
    fd = t.open("/file")
    t.children[1].expect("readv", times=0)
    assert t.readv(fd).data == b"data"
