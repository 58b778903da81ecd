"""windlass test negative_test.py"""
import errno


def test_an_absent_name_is_asked_for_once(t):
    t.child.expect("lookup", path="/a", times=1)
    for i in range(3):
        assert t.lookup("/a").error == "ENOENT"
    assert t.xlator.hits == 2


def test_other_errors_are_not_remembered(t):
    t.child.answer("lookup", errno=errno.EIO, times=1)
    assert t.lookup("/a").error == "EIO"
    t.child.write("/a", b"")
    assert t.lookup("/a").ok


def test_everything_that_makes_a_name_forgets_it(t):
    t.child.write("/file", b"")
    for name in ["/create", "/mkdir", "/mknod", "/symlink", "/link", "/rename"]:
        assert t.lookup(name).error == "ENOENT"
    assert t.create("/create").ok
    assert t.mkdir("/mkdir").ok
    assert t.mknod("/mknod").ok
    assert t.symlink("target", "/symlink").ok
    assert t.link("/file", "/link").ok
    assert t.rename("/file", "/rename").ok
    for name in ["/create", "/mkdir", "/mknod", "/symlink", "/link", "/rename"]:
        assert t.lookup(name).ok, name


def test_an_answer_that_crosses_a_creation_is_not_kept(t):
    # The storage has said "absent", the answer is under way, and meanwhile the
    # file is made.
    t.child.answer("lookup", errno=errno.ENOENT, delay=1, times=1)
    slow = t.start("lookup", "/a")
    assert t.create("/a").ok
    assert slow.wait().error == "ENOENT"
    assert t.lookup("/a").ok


def test_the_memory_is_bounded(t):
    t.load(limit=2)
    t.child.mkdir("/dir")
    directory = t.lookup("/dir").inode
    for i in range(5):
        t.lookup("/dir/%d" % i)
        assert len(directory.ctx_get().absent) <= 2


def test_a_directory_that_is_forgotten_takes_its_names_along(t):
    t.child.mkdir("/dir")
    t.lookup("/dir/a")
    t.forget("/dir")
    t.child.expect("lookup", path="/dir/a")
    t.lookup("/dir/a")
