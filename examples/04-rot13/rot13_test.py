"""windlass test rot13_test.py"""
import errno


def test_storage_has_it_turned(t):
    fd = t.create("/file")
    assert t.writev(fd, b"Hello, World 1").op_ret == 14
    assert t.child.read("/file") == b"Uryyb, Jbeyq 1"
    assert t.readv(fd).data == b"Hello, World 1"
    assert t.readv(fd, 5, 7).data == b"World"


def test_end_of_file_and_errors_pass(t):
    t.child.write("/file", b"")
    fd = t.open("/file")
    r = t.readv(fd)
    assert r.op_ret == 0 and r.data == b""
    t.child.answer("readv", errno=errno.EIO)
    assert t.readv(fd).error == "EIO"
