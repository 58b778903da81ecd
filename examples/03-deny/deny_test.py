"""windlass test deny_test.py"""
import os


def setup(t):
    t.load(prefix="/private", uid=7)
    t.child.write("/private/file", b"secret")
    t.child.write("/public", b"open")


def test_only_the_one_user_gets_in(t):
    setup(t)
    t.root(uid=7)
    assert t.open("/private/file").ok
    t.root(uid=8)
    assert t.open("/private/file").error == "EACCES"
    assert t.opendir("/private").error == "EACCES"
    assert t.open("/public").ok


def test_nothing_is_wound_for_others(t):
    setup(t)
    t.root(uid=8)
    t.child.expect("create", times=0)
    t.child.expect("mkdir", times=0)
    t.child.expect("rename", times=0)
    assert t.create("/private/new", os.O_RDWR).error == "EACCES"
    assert t.mkdir("/private/new").error == "EACCES"
    assert t.rename("/public", "/private/public").error == "EACCES"
    assert t.rename("/private/file", "/stolen").error == "EACCES"


def test_a_name_that_begins_alike_is_another(t):
    setup(t)
    t.root(uid=8)
    assert t.create("/private2").ok
    assert t.symlink("target", "/privately").ok
