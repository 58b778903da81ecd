import errno
import os
import time

from windlass import *


def test_held_until_something_comes(t):
    p = t.start("lookup", "/hold")
    q = t.start("lookup", "/hold")
    assert not p.done and not q.done
    assert t.mkdir("/x").ok
    assert p.done and q.done
    assert p.wait().error == "ESTALE" and p.wait() is p.wait()


def test_hold_timeout_counts_by_the_clock(t):
    t.load(hold_timeout=30)
    p = t.start("lookup", "/hold")
    t.clock.advance(29.5)
    assert not p.done
    t.clock.advance(1)
    assert p.done and p.wait().error == "ETIMEDOUT"
    assert t.lookup("/hold").error == "ETIMEDOUT"
    assert t.clock.now == 1577836800 + 30.5 + 30
    assert len(t.faults) == 2


def test_interrupt(t):
    p = t.start("lookup", "/hold")
    p.interrupt()
    assert p.done and p.wait().error == "EINTR"
    p.interrupt()


def test_interrupt_of_what_a_child_works_on(t):
    t.child.answer("lookup", delay=3)
    p = t.start("lookup", "/x")
    p.interrupt()
    assert not p.done
    assert p.wait().error == "ENOENT"
    assert t.clock.now == 1577836803


def test_time_is_the_clocks(t):
    t.child.answer("lookup", delay=2.5)
    t.lookup("/x")
    assert t.xlator.when["lookup"] == 2.5
    before = time.time()
    time.sleep(100)
    assert time.time() == before + 100
    assert time.monotonic() == 102.5


def test_logs(t):
    t.load(greeting="hello", names=["a", "b"], loud=True)
    assert t.logs == ["warn: up with hello"]
    assert t.xlator.options["names"] == ("a", "b")
    assert t.xlator.options["loud"] is True


def test_faults(t):
    assert t.lookup("/bug").error == "EIO"
    assert t.lookup("/never").error == "EIO"
    assert "ValueError: a bug" in t.faults[0]
    assert "neither winds, unwinds nor holds" in t.faults[1]


def test_more_faults_than_a_log_would_take(t):
    for i in range(50):
        t.lookup("/bug")
    assert len(t.faults) == 50


def test_contexts_and_forget(t):
    t.child.write("/dir/file", b"")
    r = t.lookup("/dir/file")
    assert r.inode.ctx_get() == "seen"
    t.forget("/dir/file")
    assert t.logs[1:] == ["forget /dir/file"]
    assert t.lookup("/dir/file").ok
    t.forget(t.lookup("/dir/file").inode)
    try:
        t.forget("/nothing")
        t.fail("nothing was forgotten")
    except ValueError as e:
        assert "nothing has looked up /nothing" in str(e)


def test_release_and_credentials(t):
    t.child.write("/file", b"data")
    t.root(uid=12, gid=13, pid=14, groups=[15, 16])
    fd = t.open("/file", os.O_RDONLY)
    call = t.child.calls[0]
    assert (call.op, call.path, call.uid, call.gid, call.pid) == ("open", "/file", 12, 13, 14)
    t.root()
    assert t.child.ops == ["open"]
    t.release(fd)
    assert t.logs[1:] == ["release, opened by 12"]
    try:
        t.release(fd)
        t.fail("released twice")
    except ValueError:
        pass


def test_reads_with_xdata(t):
    t.child.write("/file", b"0123456789")
    fd = t.open("/file")
    t.child.expect("readv", offset=2, size=3)
    r = t.readv(fd, size=3, offset=2)
    assert r.data == b"234" and r.op_ret == 3 and r.vector == b"234"
    assert t.child.calls[-1].xdata["who"] == "me"


def test_answers_queue_up(t):
    t.child.answer("lookup", errno=errno.EIO, times=2)
    t.child.answer("lookup", errno=errno.EACCES, times=1)
    t.child.answer("lookup", buf=Iatt(ia_mode=0o600, ia_size=77), times=1)
    t.child.write("/x", b"")
    seen = []
    for i in range(6):
        r = t.lookup("/x")
        seen.append(r.error or r.buf.ia_size)
    assert seen == ["EIO", "EIO", "EACCES", 77, 0, 0]


def test_answer_for_ever_is_replaced(t):
    t.child.answer("stat", errno=errno.EIO)
    t.child.write("/x", b"")
    assert t.stat("/x").error == "EIO"
    t.child.answer("stat", errno=errno.EPERM)
    assert t.stat("/x").error == "EPERM"
    t.child.clear()
    assert t.stat("/x").ok and t.child.ops == ["stat"]


def test_answer_by_a_function(t):
    def answer(call):
        if call.path == "/refuse":
            raise OSError(errno.EPERM, "no")
        if call.path == "/invent":
            return {"buf": Iatt(ia_mode=S_IFDIR | 0o700)}
        return None

    t.child.write("/real", b"12")
    t.child.answer("lookup", answer)
    assert t.lookup("/refuse").error == "EPERM"
    r = t.lookup("/invent")
    assert r.buf.ia_prot == 0o700 and r.inode.type == S_IFDIR
    assert t.lookup("/real").buf.ia_size == 2
    assert t.lookup("/absent").error == "ENOENT"
    assert t.lookup("/invent/below").error == "ESTALE"


def test_a_function_may_ask_in_turn(t):
    t.child.answer("mkdir", lambda call: t.lookup("/other") and None)
    assert t.mkdir("/x").ok
    assert t.child.ops == ["mkdir", "lookup"]


def test_invented_data(t):
    t.child.write("/file", b"real")
    fd = t.open("/file")
    t.child.answer("readv", vector=b"invented")
    r = t.readv(fd)
    assert r.op_ret == 8 and r.data == b"invented"


def test_paths(t):
    t.child.mkdir("/a/b/c")
    t.child.symlink("a/b", "/link")
    assert t.lookup("/a/b/c").ok
    # What is looked up on the way is not counted.
    assert t.child.ops == ["lookup"]
    assert t.lookup("/a/x/y").path == "/a/x"
    assert t.lookup("/a/x/y").error == "ENOENT"
    assert t.lookup("/").ok
    assert t.readlink("/link").path == "a/b"
    assert t.child.list("/a/b") == ["c"] and t.child.exists("/a/b") and not t.child.exists("/a/d")
    d = t.opendir("/a")
    assert t.readdirp(d).names == ["b"] and t.readdir(d).names == ["b"]
    assert t.rename("/a/b", "/a/z", flags=0).ok
    assert t.lookup("/a/z/c").ok
    assert t.rmdir("/a/z/c").ok and t.rmdir("/a/z").ok
    assert t.child.list("/a") == []
    t.child.remove("/a")


def test_all_other_ways_to_ask(t):
    t.child.write("/f", b"1")
    assert t.call("stat", "/f").buf.ia_size == 1
    assert t.call("setattr", "/f", stbuf=Iatt(ia_mode=0o400), valid=SET_MODE).ok
    assert t.stat(t.lookup("/f").inode).buf.ia_prot == 0o400
    assert t.setxattr("/f", {"user.a": b"x"}).ok
    assert t.getxattr("/f", "user.a").dict["user.a"] == b"x"
    assert t.truncate("/f", 7).ok and t.child.read("/f") == b"1\0\0\0\0\0\0"
    r = t.tmpfile("/")
    assert r.ok and t.writev(r, b"abc").op_ret == 3
    assert t.link("/f", "/g").ok and t.unlink("/g").ok
    assert t.symlink("text", "/l").ok and t.mknod("/n").ok
    assert t.statfs("/").ok and t.access("/f").ok
    assert t.bmap("/f").error == "ENOSYS"


def test_messages(t):
    for what, say in [
        (lambda: t.lookup(), "t.lookup() takes (loc, xdata): loc is missing"),
        (lambda: t.lookup("a"), "loc must be a path from the root of the mount, as '/a'"),
        (lambda: t.lookup("/a", None, 1), "t.lookup() takes (loc, xdata)"),
        (lambda: t.lookup("/a", xdate=1), "t.lookup() has no parameter xdate; did you mean xdata?"),
        (lambda: t.lookup(5), "parameter loc must be a Loc, not int"),
        (lambda: t.call("lokup", "/"), "there is no fop 'lokup'; did you mean 'lookup'?"),
        (lambda: t.readv(), "fd is missing"),
        (lambda: t.root(uyd=1), "t.root() has no parameter uyd; did you mean uid?"),
        (lambda: t.child.expect("lookup", lok=1), "lookup has no argument lok; did you mean loc?"),
        (lambda: t.child.answer("lookup", errno=0), "errno must be an error number"),
        (lambda: t.child.answer("lookup", buff=1), "answer() has no parameter buff; did you mean buf?"),
        (lambda: t.child.answer("lookup", errno=1, buf=None), "a failure or a function has no values (buf)"),
        (lambda: t.clock.advance(-1), "must be between 0"),
        (lambda: t.load(greetin="x"), "has no option \"greetin\""),
        (lambda: t.load("nothing.py"), "no such file"),
        (lambda: t.child.read("/nothing"), "No such file"),
    ]:
        try:
            what()
        except Exception as e:
            assert say in str(e), str(e)
        else:
            t.fail("nothing was raised: " + say)


def test_skipped(t):
    t.skip("not today")


def test_close(t):
    t.lookup("/x")
    t.close()
    assert t.logs[-1] == "bye"
    try:
        t.lookup("/x")
    except RuntimeError as e:
        assert "closed" in str(e)


def test_without_an_argument():
    assert 1 + 1 == 2


def helper(t):
    t.fail("this is no test")


def test_load_again(t):
    t.child.expect("lookup", times=1)
    t.lookup("/x")
    t.load(greeting="again")
    assert t.child.ops == []
    t.child.expect("stat", times=2)
    try:
        t.load()
        t.fail("what was expected has not come")
    except AssertionError as e:
        assert "child was asked for stat never, expected 2 times" in str(e)


def test_load_after_close(t):
    t.lookup("/x")
    t.close()
    t.load()
    assert t.lookup("/x").error == "ENOENT"
