# The names of glupy's gluster.py, which later became gluster/glupy/__init__.py.
# The module's globals have _table, the fops; _dl, _install, _register and _set_up
# come from Go, as does what _dl does.
import os
import sys

import windlass as _windlass
from ctypes import *

dl = _dl


def CDLL(name="", mode=0):
    """glupy's translator is part of windlass, and nothing else can be opened."""
    if name:
        raise OSError("windlass opens no shared libraries: " + str(name))
    return dl


class call_frame_t(Structure): pass
class dev_t(Structure): pass
class dict_t(Structure): pass
class gf_dirent_t(Structure): pass
class iobref_t(Structure): pass
class iovec_t(Structure): pass
class list_head(Structure): pass
class rwxperm_t(Structure): pass
class statvfs_t(Structure): pass
class xlator_t(Structure): pass
class ia_prot_t(Structure): pass
class iatt_t(Structure): pass
class inode_t(Structure): pass
class inode_table_t(Structure): pass
class fd_t(Structure): pass
class loc_t(Structure): pass
class gf_flock(Structure): pass
class gf_lease(Structure): pass


IA_INVAL, IA_IFREG, IA_IFDIR, IA_IFLNK, IA_IFBLK, IA_IFCHR, IA_IFIFO, IA_IFSOCK = range(8)


def uuid2str(gfid):
    """The text of a gfid: 16 bytes, or the four words that the first glupy had."""
    if gfid is None:
        gfid = bytes(16)
    if isinstance(gfid, str):
        return gfid
    width = 32 // len(gfid)
    h = "".join(["%0*x" % (width, n) for n in gfid])
    return "-".join((h[:8], h[8:12], h[12:16], h[16:20], h[20:]))


class Translator(_windlass.Translator):
    """The base of a translator for glupy: its methods get pointers, and answer
    with dl.wind_NAME and dl.unwind_NAME."""

    _glupy = True

    def __init_subclass__(cls, **named):
        _install(cls)

    def __init__(self, c_this=None):
        self.stub_refs = {}
        _set_up(self)

    @property
    def contents(self):
        """this.contents"""
        return self

    def __int__(self):
        return id(self)

    __index__ = __int__


def _op(name, fop, cbk):
    kinds = {
        "int": c_long, "str": c_char_p, "bytes": c_char_p, "Loc": POINTER(loc_t), "Inode": POINTER(inode_t), "Fd": POINTER(fd_t), "Iatt": POINTER(iatt_t),
        "Dict": POINTER(dict_t), "Buffer": POINTER(iovec_t), "Statvfs": POINTER(statvfs_t), "Lock": POINTER(gf_flock), "Lease": POINTER(gf_lease),
    }
    frame, this = POINTER(call_frame_t), POINTER(xlator_t)
    fop_sig = (c_int, frame, this) + tuple([kinds.get(k, POINTER(gf_dirent_t)) for k in fop])
    cbk_sig = (c_int, frame, c_long, this, c_int, c_int) + tuple([kinds.get(k, POINTER(gf_dirent_t)) for k in cbk])
    return type("Op" + name.capitalize(), (), {
        "fop_sig": fop_sig, "cbk_sig": cbk_sig,
        "fop_type": staticmethod(CFUNCTYPE(*fop_sig)), "cbk_type": staticmethod(CFUNCTYPE(*cbk_sig)),
    })


def _decorator(method):
    def register(f):
        _register(Translator, method, f)
        return f
    return register



for _name, _fop, _cbk in _table:
    globals()["Op" + _name.capitalize()] = _op(_name, _fop, _cbk)
    # The first glupy, that of the Linux Journal, had functions instead of a class.
    globals()[_name + "_fop_t"] = _decorator(_name + "_fop")
    globals()[_name + "_cbk_t"] = _decorator(_name + "_cbk")
