# Generated from the table of fops by fops/gen. DO NOT EDIT.
"""What a translator for windlass sees: put this file beside a script and an
editor completes and checks it. At run time the module is part of windlass.

    from windlass import *

    class xlator(Translator):
        def lookup_fop(self, frame, this, loc, xdata):
            self.wind_lookup(frame, loc, xdata)

        def lookup_cbk(self, frame, cookie, this, op_ret, op_errno, inode, buf, xdata, postparent):
            self.unwind_lookup(frame, op_ret, op_errno, inode, buf, xdata, postparent)

A class derived from Translator defines NAME_fop and NAME_cbk for the fops that
it wants to see; the others pass by. A handler answers its frame (unwind),
passes the request on (wind), or holds it; what it raises answers the frame too:
OSError with its errno, anything else with EIO.

All objects of a request are good until the request has ended; what is to be
kept longer is copied (buf.copy(), bytes(vector), loc.path).
"""

from typing import Any, Dict as _dict, Iterator, List, Optional, Sequence, Tuple, Union

_Data = Union["Buffer", bytes, str]
_XData = Union["Dict", _dict[str, Any], None]
_Child = Union[int, str, "Child"]

API: int
"""A script may say which version of this contract it is written for: API = 1."""

OPTIONS: List["Option"]
"""A script that has options assigns OPTIONS = [Option("limit", "int", default=10)]."""


class Option:
    """An option that the volume may give: option limit 10."""

    name: str
    type: str
    desc: str

    def __init__(
        self,
        name: str,
        type: str = "str",
        default: Any = None,
        min: Optional[float] = None,
        max: Optional[float] = None,
        enum: Optional[Sequence[str]] = None,
        desc: str = "",
        required: bool = False,
    ) -> None:
        """type is one of str, int, size, percent, bool, time, double, path, enum,
        list, fops and errno, written as in GlusterFS (64KB, 5min, on)."""


class Options:
    """The volume's options: options["limit"] or options.limit, typed. A size is a
    number of bytes, a time a number of seconds, a list a tuple of str."""

    def __getitem__(self, name: str) -> Any: ...
    def __getattr__(self, name: str) -> Any: ...
    def __contains__(self, name: str) -> bool: ...
    def __iter__(self) -> Iterator[str]: ...
    def __len__(self) -> int: ...
    def get(self, name: str, default: Any = None) -> Any: ...
    def keys(self) -> List[str]: ...


class Log:
    """The translator's log, with its name. Values go into the message by %."""

    def debug(self, message: str, *values: Any) -> None: ...
    def info(self, message: str, *values: Any) -> None: ...
    def warning(self, message: str, *values: Any) -> None: ...
    def error(self, message: str, *values: Any) -> None: ...


class Event:
    """self.stop: set when serve() is to return."""

    def is_set(self) -> bool: ...
    def wait(self, timeout: Optional[float] = None) -> bool:
        """Wait for it, that many seconds at most; whether it is set."""


_Plain = Union[None, bool, int, float, str, bytes, Tuple[Any, ...]]


class SharedDict:
    """shared.dict(name): when there are too many entries, the first made goes."""

    def __getitem__(self, key: _Plain) -> Any: ...
    def __setitem__(self, key: _Plain, value: _Plain) -> None: ...
    def __delitem__(self, key: _Plain) -> None: ...
    def __contains__(self, key: _Plain) -> bool: ...
    def __iter__(self) -> Iterator[Any]: ...
    def __len__(self) -> int: ...
    def get(self, key: _Plain, default: Any = None) -> Any: ...
    def set(self, key: _Plain, value: _Plain, ttl: Optional[float] = None) -> None:
        """ttl in seconds; by default that of the container."""

    def setdefault(self, key: _Plain, value: _Plain) -> Any: ...
    def add(self, key: _Plain, n: float = 1) -> Any:
        """Add to the number that is kept, in one step; the sum."""

    def pop(self, key: _Plain, default: Any = None) -> Any: ...
    def keys(self) -> List[Any]: ...
    def values(self) -> List[Any]: ...
    def items(self) -> List[Tuple[Any, Any]]: ...
    def clear(self) -> None: ...


class SharedLRU:
    """shared.lru(name): as shared.dict, but what was not used for longest goes."""

    def __getitem__(self, key: _Plain) -> Any: ...
    def __setitem__(self, key: _Plain, value: _Plain) -> None: ...
    def __delitem__(self, key: _Plain) -> None: ...
    def __contains__(self, key: _Plain) -> bool: ...
    def __iter__(self) -> Iterator[Any]: ...
    def __len__(self) -> int: ...
    def get(self, key: _Plain, default: Any = None) -> Any: ...
    def set(self, key: _Plain, value: _Plain, ttl: Optional[float] = None) -> None: ...
    def setdefault(self, key: _Plain, value: _Plain) -> Any: ...
    def add(self, key: _Plain, n: float = 1) -> Any: ...
    def pop(self, key: _Plain, default: Any = None) -> Any: ...
    def keys(self) -> List[Any]: ...
    def values(self) -> List[Any]: ...
    def items(self) -> List[Tuple[Any, Any]]: ...
    def clear(self) -> None: ...


class SharedSet:
    """shared.set(name): when there are too many members, the oldest goes."""

    def __contains__(self, x: _Plain) -> bool: ...
    def __iter__(self) -> Iterator[Any]: ...
    def __len__(self) -> int: ...
    def add(self, x: _Plain) -> bool:
        """Whether it is new."""

    def discard(self, x: _Plain) -> bool:
        """Whether it was there."""

    def list(self) -> List[Any]: ...
    def clear(self) -> None: ...


class SharedCounter:
    """shared.counter(name)."""

    value: int
    def add(self, n: int = 1) -> int:
        """The sum."""

    def set(self, n: int = 0) -> int:
        """What it was."""


class SharedLock:
    """shared.lock(name): with shared.lock("x"): … It holds off other lanes, so not for
    long. A call that ends gives its locks back."""

    def __enter__(self) -> "SharedLock": ...
    def __exit__(self, *exception: Any) -> bool: ...
    def acquire(self, timeout: Optional[float] = None) -> bool:
        """Wait for it, no longer than the time-limit of the call; whether it is had."""

    def release(self) -> None: ...


class Shared:
    """Containers that all lanes of a translator see, by name. They are bounded, keep
    plain values (None, bool, int, float, str, bytes, tuples of them), and stay when
    the script is reloaded."""

    def dict(self, name: str, max: int = 10000, ttl: Optional[float] = None, max_bytes: int = 67108864) -> SharedDict: ...
    def lru(self, name: str, max: int = 10000, ttl: Optional[float] = None, max_bytes: int = 67108864) -> SharedLRU: ...
    def set(self, name: str, max: int = 10000, ttl: Optional[float] = None, max_bytes: int = 67108864) -> SharedSet: ...
    def counter(self, name: str) -> SharedCounter: ...
    def lock(self, name: str) -> SharedLock: ...


shared: Shared


class Child:
    """A subvolume: what is wound to."""

    index: int
    name: str
    type: str


class Root:
    """Who asks: the same for all frames of a request."""

    uid: int
    gid: int
    pid: int
    groups: List[int]
    unique: int
    lk_owner: int


class Frame:
    """This translator's part in one request. It is answered exactly once."""

    local: Any
    """For the script: what it wants to remember between a fop and its callback."""
    root: Root
    op: str
    """The name of the fop."""

    def wind(self, child: _Child = 0, *arguments: Any, cookie: Any = None, **keywords: Any) -> None:
        """Pass the request on: with the fop's arguments, or as it came, but for what
        is given by keyword."""

    def unwind(
        self,
        op_ret: int = ...,
        op_errno: int = ...,
        *values: Any,
        entry_timeout: Optional[float] = None,
        attr_timeout: Optional[float] = None,
        **keywords: Any,
    ) -> None:
        """Answer the request. A failure needs no values. In a callback, without op_ret,
        the reply goes up as it came, but for what is given by keyword."""

    def hold(self) -> None:
        """Keep the frame open, to wind or unwind it in a later call. One that is not
        answered within option hold-timeout is answered ETIMEDOUT."""


class Inode:
    """An object of the filesystem while it is known."""

    gfid: Optional[str]
    type: int
    """S_IFREG, S_IFDIR, …; 0 if it is not known yet."""
    path: str
    name: Optional[str]
    parent: Optional["Inode"]

    def ctx_get(self) -> Any:
        """What this translator keeps with the inode, or None."""

    def ctx_set(self, value: Any) -> Any:
        """Keep a value until the inode is forgotten; returns the one before."""

    def ctx_del(self) -> Any:
        """Remove the value and return it."""


class Fd:
    """An open file or directory."""

    inode: Inode
    flags: int
    is_dir: bool
    gfid: Optional[str]
    path: Optional[str]

    def ctx_get(self) -> Any:
        """What this translator keeps with the open file, or None."""

    def ctx_set(self, value: Any) -> Any:
        """Keep a value until the file is released; returns the one before."""

    def ctx_del(self) -> Any:
        """Remove the value and return it."""


class Loc:
    """Where the object of a request is: its parent and name, its inode, or both."""

    path: str
    """From the root of the mount; found out when it is read."""
    name: Optional[str]
    """The name in parent; None for a request that names the inode alone (nameless)."""
    inode: Optional[Inode]
    parent: Optional[Inode]
    gfid: Optional[str]
    pargfid: Optional[str]

    def copy(self, *, name: str = ..., parent: Inode = ..., inode: Inode = ...) -> "Loc":
        """A copy whose name, parent and inode can be changed."""


class Dict:
    """xdata and extended attributes: like a dict, in the order of setting. Values are
    bytes, str, int, float, bool or None. Where it is empty, a script receives None."""

    def __init__(self, values: _XData = None, **more: Any) -> None: ...
    def __getitem__(self, key: str) -> Any: ...
    def __setitem__(self, key: str, value: Any) -> None: ...
    def __delitem__(self, key: str) -> None: ...
    def __contains__(self, key: str) -> bool: ...
    def __iter__(self) -> Iterator[str]: ...
    def __len__(self) -> int: ...
    def get(self, key: str, default: Any = None) -> Any: ...
    def set(self, key: str, value: Any) -> None: ...
    def pop(self, key: str, default: Any = ...) -> Any: ...
    def keys(self) -> List[str]: ...
    def values(self) -> List[Any]: ...
    def items(self) -> List[Tuple[str, Any]]: ...
    def update(self, values: _XData) -> None: ...
    def copy(self) -> "Dict": ...


class Buffer:
    """File data: behaves like bytes, and is not copied on its way. All methods of
    bytes work on it. In its place a script may pass bytes or a str."""

    def __init__(self, data: _Data) -> None: ...
    def __len__(self) -> int: ...
    def __getitem__(self, key: Any) -> Any: ...
    def __iter__(self) -> Iterator[int]: ...
    def __contains__(self, item: Any) -> bool: ...
    def __add__(self, other: _Data) -> bytes: ...
    def __bytes__(self) -> bytes: ...
    def tobytes(self) -> bytes: ...
    def translate(self, table: _Data) -> bytes: ...
    def decode(self, encoding: str = "utf-8", errors: str = "strict") -> str: ...


class Iatt:
    """The attributes of an object. What a handler receives is read only; copy() and
    Iatt(…) give one that can be changed. Each value has GlusterFS's name and that of
    os.stat_result; ia_type is S_IFMT bits, ia_prot the permission bits."""

    ia_mode: int
    st_mode: int
    ia_type: int
    ia_prot: int
    ia_ino: int
    st_ino: int
    ia_dev: int
    st_dev: int
    ia_nlink: int
    st_nlink: int
    ia_uid: int
    st_uid: int
    ia_gid: int
    st_gid: int
    ia_rdev: int
    st_rdev: int
    ia_size: int
    st_size: int
    ia_blksize: int
    st_blksize: int
    ia_blocks: int
    st_blocks: int
    ia_atime: int
    ia_atime_nsec: int
    st_atime: float
    st_atime_ns: int
    ia_mtime: int
    ia_mtime_nsec: int
    st_mtime: float
    st_mtime_ns: int
    ia_ctime: int
    ia_ctime_nsec: int
    st_ctime: float
    st_ctime_ns: int
    ia_btime: int
    ia_btime_nsec: int
    st_btime: float
    st_btime_ns: int
    ia_attributes: int
    ia_attributes_mask: int
    ia_flags: int
    """Which values are known: STATX bits."""
    ia_gfid: Optional[str]

    def __init__(self, **values: Any) -> None: ...
    def copy(self) -> "Iatt": ...


class Lock:
    """A lock on a range of bytes, as struct flock."""

    l_type: int
    l_start: int
    l_len: int
    l_pid: int
    l_owner: int

    def __init__(self, **values: Any) -> None: ...
    def copy(self) -> "Lock": ...


class Lease:
    """A lease on an object."""

    cmd: int
    type: int
    id: bytes

    def __init__(self, **values: Any) -> None: ...
    def copy(self) -> "Lease": ...


class Statvfs:
    """The usage of a filesystem, as struct statvfs."""

    f_bsize: int
    f_frsize: int
    f_blocks: int
    f_bfree: int
    f_bavail: int
    f_files: int
    f_ffree: int
    f_favail: int
    f_fsid: int
    f_flag: int
    f_namemax: int

    def __init__(self, **values: Any) -> None: ...
    def copy(self) -> "Statvfs": ...


class Dirent:
    """An entry of a directory. inode and buf come with readdirp only."""

    name: str
    ino: int
    off: int
    """The position that continues behind this entry."""
    type: int
    inode: Optional[Inode]
    buf: Iatt

    def __init__(self, **values: Any) -> None: ...
    def copy(self) -> "Dirent": ...


class Translator:
    """The base of every translator. Define what you want to see: NAME_fop and
    NAME_cbk of any fop, and the methods from init to releasedir below."""

    name: str
    options: Options
    children: Tuple[Child, ...]
    log: Log
    stop: Event
    """In serve only."""

    def __init__(self, this: "Translator" = ...) -> None:
        """Called when the graph is built; nothing outside may be touched before init."""

    def init(self) -> None:
        """Called before the first fop."""

    def fini(self) -> None:
        """Called after the last fop, and after the last one of code that was reloaded."""

    def notify(self, event: str, data: Any) -> None:
        """Called when the graph is "up" and when it goes "down"; data is None."""

    def reconfigure(self, options: Options) -> None:
        """Called when options of the volume have changed; self.options are the new ones.
        What it raises refuses them, and it is called with the old ones again. Without
        it the class gets a new instance then."""

    def export_state(self) -> Any:
        """Called on the old instance when the script is reloaded: what the new one is to
        take over, of any type."""

    def upgrade(self, old_state: Any) -> None:
        """Called on the new instance, after init, with what export_state returned. What
        it raises keeps the old code running."""

    def serve(self) -> None:
        """Runs in the background, as long as it likes, in an instance of its own: it talks
        to the others through shared. It returns when self.stop is set."""

    def invalidate_entry(self, parent: Union[Inode, str], name: str) -> None:
        """Make the kernel ask again for a name. parent is an Inode or its gfid."""

    def invalidate_inode(self, inode: Union[Inode, str], offset: int = 0, length: int = 0) -> None:
        """Make the kernel ask again for attributes, and for the data from offset (a
        negative one: attributes only). inode is an Inode or its gfid."""

    def forget(self, inode: Inode) -> None:
        """The kernel and all translators are done with an inode; what was kept with it must go."""

    def release(self, fd: Fd) -> None:
        """The last descriptor of an open file is closed."""

    def releasedir(self, fd: Fd) -> None:
        """The last descriptor of an open directory is closed."""

    def lookup_fop(self, frame: Frame, this: "Translator", loc: Loc, xdata: Optional[Dict]) -> None:
        """Find a name in a directory.

        The one fop whose reply has xdata before the last value, as in GlusterFS. A loc
        without a name (nameless) asks for the inode itself."""

    def lookup_cbk(self, frame: Frame, cookie: Any, this: "Translator", op_ret: int, op_errno: int, inode: Optional[Inode], buf: Iatt, xdata: Optional[Dict], postparent: Iatt) -> None:
        """The reply to lookup."""

    def wind_lookup(self, frame: Frame, loc: Loc, xdata: _XData, child: _Child = 0, cookie: Any = None) -> None:
        """Pass lookup to a child."""

    def unwind_lookup(self, frame: Frame, op_ret: int, op_errno: int, inode: Optional[Inode] = ..., buf: Optional[Iatt] = ..., xdata: _XData = ..., postparent: Optional[Iatt] = ..., entry_timeout: Optional[float] = None, attr_timeout: Optional[float] = None) -> None:
        """Answer lookup."""

    def stat_fop(self, frame: Frame, this: "Translator", loc: Loc, xdata: Optional[Dict]) -> None:
        """Get the attributes of an object."""

    def stat_cbk(self, frame: Frame, cookie: Any, this: "Translator", op_ret: int, op_errno: int, buf: Iatt, xdata: Optional[Dict]) -> None:
        """The reply to stat."""

    def wind_stat(self, frame: Frame, loc: Loc, xdata: _XData, child: _Child = 0, cookie: Any = None) -> None:
        """Pass stat to a child."""

    def unwind_stat(self, frame: Frame, op_ret: int, op_errno: int, buf: Optional[Iatt] = ..., xdata: _XData = ..., entry_timeout: Optional[float] = None, attr_timeout: Optional[float] = None) -> None:
        """Answer stat."""

    def fstat_fop(self, frame: Frame, this: "Translator", fd: Fd, xdata: Optional[Dict]) -> None:
        """Get the attributes of an open object."""

    def fstat_cbk(self, frame: Frame, cookie: Any, this: "Translator", op_ret: int, op_errno: int, buf: Iatt, xdata: Optional[Dict]) -> None:
        """The reply to fstat."""

    def wind_fstat(self, frame: Frame, fd: Fd, xdata: _XData, child: _Child = 0, cookie: Any = None) -> None:
        """Pass fstat to a child."""

    def unwind_fstat(self, frame: Frame, op_ret: int, op_errno: int, buf: Optional[Iatt] = ..., xdata: _XData = ..., entry_timeout: Optional[float] = None, attr_timeout: Optional[float] = None) -> None:
        """Answer fstat."""

    def setattr_fop(self, frame: Frame, this: "Translator", loc: Loc, stbuf: Iatt, valid: int, xdata: Optional[Dict]) -> None:
        """Set mode, owner or times of an object."""

    def setattr_cbk(self, frame: Frame, cookie: Any, this: "Translator", op_ret: int, op_errno: int, statpre: Iatt, statpost: Iatt, xdata: Optional[Dict]) -> None:
        """The reply to setattr."""

    def wind_setattr(self, frame: Frame, loc: Loc, stbuf: Iatt, valid: int, xdata: _XData, child: _Child = 0, cookie: Any = None) -> None:
        """Pass setattr to a child."""

    def unwind_setattr(self, frame: Frame, op_ret: int, op_errno: int, statpre: Optional[Iatt] = ..., statpost: Optional[Iatt] = ..., xdata: _XData = ..., entry_timeout: Optional[float] = None, attr_timeout: Optional[float] = None) -> None:
        """Answer setattr."""

    def fsetattr_fop(self, frame: Frame, this: "Translator", fd: Fd, stbuf: Iatt, valid: int, xdata: Optional[Dict]) -> None:
        """Set mode, owner or times of an open object."""

    def fsetattr_cbk(self, frame: Frame, cookie: Any, this: "Translator", op_ret: int, op_errno: int, statpre: Iatt, statpost: Iatt, xdata: Optional[Dict]) -> None:
        """The reply to fsetattr."""

    def wind_fsetattr(self, frame: Frame, fd: Fd, stbuf: Iatt, valid: int, xdata: _XData, child: _Child = 0, cookie: Any = None) -> None:
        """Pass fsetattr to a child."""

    def unwind_fsetattr(self, frame: Frame, op_ret: int, op_errno: int, statpre: Optional[Iatt] = ..., statpost: Optional[Iatt] = ..., xdata: _XData = ..., entry_timeout: Optional[float] = None, attr_timeout: Optional[float] = None) -> None:
        """Answer fsetattr."""

    def truncate_fop(self, frame: Frame, this: "Translator", loc: Loc, offset: int, xdata: Optional[Dict]) -> None:
        """Set the size of a file."""

    def truncate_cbk(self, frame: Frame, cookie: Any, this: "Translator", op_ret: int, op_errno: int, prebuf: Iatt, postbuf: Iatt, xdata: Optional[Dict]) -> None:
        """The reply to truncate."""

    def wind_truncate(self, frame: Frame, loc: Loc, offset: int, xdata: _XData, child: _Child = 0, cookie: Any = None) -> None:
        """Pass truncate to a child."""

    def unwind_truncate(self, frame: Frame, op_ret: int, op_errno: int, prebuf: Optional[Iatt] = ..., postbuf: Optional[Iatt] = ..., xdata: _XData = ..., entry_timeout: Optional[float] = None, attr_timeout: Optional[float] = None) -> None:
        """Answer truncate."""

    def ftruncate_fop(self, frame: Frame, this: "Translator", fd: Fd, offset: int, xdata: Optional[Dict]) -> None:
        """Set the size of an open file."""

    def ftruncate_cbk(self, frame: Frame, cookie: Any, this: "Translator", op_ret: int, op_errno: int, prebuf: Iatt, postbuf: Iatt, xdata: Optional[Dict]) -> None:
        """The reply to ftruncate."""

    def wind_ftruncate(self, frame: Frame, fd: Fd, offset: int, xdata: _XData, child: _Child = 0, cookie: Any = None) -> None:
        """Pass ftruncate to a child."""

    def unwind_ftruncate(self, frame: Frame, op_ret: int, op_errno: int, prebuf: Optional[Iatt] = ..., postbuf: Optional[Iatt] = ..., xdata: _XData = ..., entry_timeout: Optional[float] = None, attr_timeout: Optional[float] = None) -> None:
        """Answer ftruncate."""

    def access_fop(self, frame: Frame, this: "Translator", loc: Loc, mask: int, xdata: Optional[Dict]) -> None:
        """Check the caller's right to an object, as access(2).

        The kernel asks only where default_permissions is off."""

    def access_cbk(self, frame: Frame, cookie: Any, this: "Translator", op_ret: int, op_errno: int, xdata: Optional[Dict]) -> None:
        """The reply to access."""

    def wind_access(self, frame: Frame, loc: Loc, mask: int, xdata: _XData, child: _Child = 0, cookie: Any = None) -> None:
        """Pass access to a child."""

    def unwind_access(self, frame: Frame, op_ret: int, op_errno: int, xdata: _XData = ..., entry_timeout: Optional[float] = None, attr_timeout: Optional[float] = None) -> None:
        """Answer access."""

    def readlink_fop(self, frame: Frame, this: "Translator", loc: Loc, size: int, xdata: Optional[Dict]) -> None:
        """Read the text of a symbolic link."""

    def readlink_cbk(self, frame: Frame, cookie: Any, this: "Translator", op_ret: int, op_errno: int, path: str, buf: Iatt, xdata: Optional[Dict]) -> None:
        """The reply to readlink."""

    def wind_readlink(self, frame: Frame, loc: Loc, size: int, xdata: _XData, child: _Child = 0, cookie: Any = None) -> None:
        """Pass readlink to a child."""

    def unwind_readlink(self, frame: Frame, op_ret: int, op_errno: int, path: str = ..., buf: Optional[Iatt] = ..., xdata: _XData = ..., entry_timeout: Optional[float] = None, attr_timeout: Optional[float] = None) -> None:
        """Answer readlink."""

    def mknod_fop(self, frame: Frame, this: "Translator", loc: Loc, mode: int, rdev: int, umask: int, xdata: Optional[Dict]) -> None:
        """Make a file, FIFO, socket or device node."""

    def mknod_cbk(self, frame: Frame, cookie: Any, this: "Translator", op_ret: int, op_errno: int, inode: Optional[Inode], buf: Iatt, preparent: Iatt, postparent: Iatt, xdata: Optional[Dict]) -> None:
        """The reply to mknod."""

    def wind_mknod(self, frame: Frame, loc: Loc, mode: int, rdev: int, umask: int, xdata: _XData, child: _Child = 0, cookie: Any = None) -> None:
        """Pass mknod to a child."""

    def unwind_mknod(self, frame: Frame, op_ret: int, op_errno: int, inode: Optional[Inode] = ..., buf: Optional[Iatt] = ..., preparent: Optional[Iatt] = ..., postparent: Optional[Iatt] = ..., xdata: _XData = ..., entry_timeout: Optional[float] = None, attr_timeout: Optional[float] = None) -> None:
        """Answer mknod."""

    def mkdir_fop(self, frame: Frame, this: "Translator", loc: Loc, mode: int, umask: int, xdata: Optional[Dict]) -> None:
        """Make a directory."""

    def mkdir_cbk(self, frame: Frame, cookie: Any, this: "Translator", op_ret: int, op_errno: int, inode: Optional[Inode], buf: Iatt, preparent: Iatt, postparent: Iatt, xdata: Optional[Dict]) -> None:
        """The reply to mkdir."""

    def wind_mkdir(self, frame: Frame, loc: Loc, mode: int, umask: int, xdata: _XData, child: _Child = 0, cookie: Any = None) -> None:
        """Pass mkdir to a child."""

    def unwind_mkdir(self, frame: Frame, op_ret: int, op_errno: int, inode: Optional[Inode] = ..., buf: Optional[Iatt] = ..., preparent: Optional[Iatt] = ..., postparent: Optional[Iatt] = ..., xdata: _XData = ..., entry_timeout: Optional[float] = None, attr_timeout: Optional[float] = None) -> None:
        """Answer mkdir."""

    def unlink_fop(self, frame: Frame, this: "Translator", loc: Loc, flags: int, xdata: Optional[Dict]) -> None:
        """Remove a name that is not a directory's."""

    def unlink_cbk(self, frame: Frame, cookie: Any, this: "Translator", op_ret: int, op_errno: int, preparent: Iatt, postparent: Iatt, xdata: Optional[Dict]) -> None:
        """The reply to unlink."""

    def wind_unlink(self, frame: Frame, loc: Loc, flags: int, xdata: _XData, child: _Child = 0, cookie: Any = None) -> None:
        """Pass unlink to a child."""

    def unwind_unlink(self, frame: Frame, op_ret: int, op_errno: int, preparent: Optional[Iatt] = ..., postparent: Optional[Iatt] = ..., xdata: _XData = ..., entry_timeout: Optional[float] = None, attr_timeout: Optional[float] = None) -> None:
        """Answer unlink."""

    def rmdir_fop(self, frame: Frame, this: "Translator", loc: Loc, flags: int, xdata: Optional[Dict]) -> None:
        """Remove an empty directory."""

    def rmdir_cbk(self, frame: Frame, cookie: Any, this: "Translator", op_ret: int, op_errno: int, preparent: Iatt, postparent: Iatt, xdata: Optional[Dict]) -> None:
        """The reply to rmdir."""

    def wind_rmdir(self, frame: Frame, loc: Loc, flags: int, xdata: _XData, child: _Child = 0, cookie: Any = None) -> None:
        """Pass rmdir to a child."""

    def unwind_rmdir(self, frame: Frame, op_ret: int, op_errno: int, preparent: Optional[Iatt] = ..., postparent: Optional[Iatt] = ..., xdata: _XData = ..., entry_timeout: Optional[float] = None, attr_timeout: Optional[float] = None) -> None:
        """Answer rmdir."""

    def symlink_fop(self, frame: Frame, this: "Translator", linkpath: str, loc: Loc, umask: int, xdata: Optional[Dict]) -> None:
        """Make a symbolic link."""

    def symlink_cbk(self, frame: Frame, cookie: Any, this: "Translator", op_ret: int, op_errno: int, inode: Optional[Inode], buf: Iatt, preparent: Iatt, postparent: Iatt, xdata: Optional[Dict]) -> None:
        """The reply to symlink."""

    def wind_symlink(self, frame: Frame, linkpath: str, loc: Loc, umask: int, xdata: _XData, child: _Child = 0, cookie: Any = None) -> None:
        """Pass symlink to a child."""

    def unwind_symlink(self, frame: Frame, op_ret: int, op_errno: int, inode: Optional[Inode] = ..., buf: Optional[Iatt] = ..., preparent: Optional[Iatt] = ..., postparent: Optional[Iatt] = ..., xdata: _XData = ..., entry_timeout: Optional[float] = None, attr_timeout: Optional[float] = None) -> None:
        """Answer symlink."""

    def rename_fop(self, frame: Frame, this: "Translator", oldloc: Loc, newloc: Loc, xdata: Optional[Dict]) -> None:
        """Rename an object, or exchange two.

        flags are those of renameat2(2): RENAME_NOREPLACE, RENAME_EXCHANGE,
        RENAME_WHITEOUT."""

    def rename_cbk(self, frame: Frame, cookie: Any, this: "Translator", op_ret: int, op_errno: int, buf: Iatt, preoldparent: Iatt, postoldparent: Iatt, prenewparent: Iatt, postnewparent: Iatt, xdata: Optional[Dict]) -> None:
        """The reply to rename."""

    def wind_rename(self, frame: Frame, oldloc: Loc, newloc: Loc, xdata: _XData, flags: int = ..., child: _Child = 0, cookie: Any = None) -> None:
        """Pass rename to a child."""

    def unwind_rename(self, frame: Frame, op_ret: int, op_errno: int, buf: Optional[Iatt] = ..., preoldparent: Optional[Iatt] = ..., postoldparent: Optional[Iatt] = ..., prenewparent: Optional[Iatt] = ..., postnewparent: Optional[Iatt] = ..., xdata: _XData = ..., entry_timeout: Optional[float] = None, attr_timeout: Optional[float] = None) -> None:
        """Answer rename."""

    def link_fop(self, frame: Frame, this: "Translator", oldloc: Loc, newloc: Loc, xdata: Optional[Dict]) -> None:
        """Make a hard link."""

    def link_cbk(self, frame: Frame, cookie: Any, this: "Translator", op_ret: int, op_errno: int, inode: Optional[Inode], buf: Iatt, preparent: Iatt, postparent: Iatt, xdata: Optional[Dict]) -> None:
        """The reply to link."""

    def wind_link(self, frame: Frame, oldloc: Loc, newloc: Loc, xdata: _XData, child: _Child = 0, cookie: Any = None) -> None:
        """Pass link to a child."""

    def unwind_link(self, frame: Frame, op_ret: int, op_errno: int, inode: Optional[Inode] = ..., buf: Optional[Iatt] = ..., preparent: Optional[Iatt] = ..., postparent: Optional[Iatt] = ..., xdata: _XData = ..., entry_timeout: Optional[float] = None, attr_timeout: Optional[float] = None) -> None:
        """Answer link."""

    def create_fop(self, frame: Frame, this: "Translator", loc: Loc, flags: int, mode: int, umask: int, fd: Fd, xdata: Optional[Dict]) -> None:
        """Make a file if it does not exist, and open it."""

    def create_cbk(self, frame: Frame, cookie: Any, this: "Translator", op_ret: int, op_errno: int, fd: Optional[Fd], inode: Optional[Inode], buf: Iatt, preparent: Iatt, postparent: Iatt, xdata: Optional[Dict]) -> None:
        """The reply to create."""

    def wind_create(self, frame: Frame, loc: Loc, flags: int, mode: int, umask: int, fd: Fd, xdata: _XData, child: _Child = 0, cookie: Any = None) -> None:
        """Pass create to a child."""

    def unwind_create(self, frame: Frame, op_ret: int, op_errno: int, fd: Optional[Fd] = ..., inode: Optional[Inode] = ..., buf: Optional[Iatt] = ..., preparent: Optional[Iatt] = ..., postparent: Optional[Iatt] = ..., xdata: _XData = ..., entry_timeout: Optional[float] = None, attr_timeout: Optional[float] = None) -> None:
        """Answer create."""

    def open_fop(self, frame: Frame, this: "Translator", loc: Loc, flags: int, fd: Fd, xdata: Optional[Dict]) -> None:
        """Open a file."""

    def open_cbk(self, frame: Frame, cookie: Any, this: "Translator", op_ret: int, op_errno: int, fd: Optional[Fd], xdata: Optional[Dict]) -> None:
        """The reply to open."""

    def wind_open(self, frame: Frame, loc: Loc, flags: int, fd: Fd, xdata: _XData, child: _Child = 0, cookie: Any = None) -> None:
        """Pass open to a child."""

    def unwind_open(self, frame: Frame, op_ret: int, op_errno: int, fd: Optional[Fd] = ..., xdata: _XData = ..., entry_timeout: Optional[float] = None, attr_timeout: Optional[float] = None) -> None:
        """Answer open."""

    def readv_fop(self, frame: Frame, this: "Translator", fd: Fd, size: int, offset: int, flags: int, xdata: Optional[Dict]) -> None:
        """Read from an open file.

        op_ret is the number of bytes; less than size only at the end of the file."""

    def readv_cbk(self, frame: Frame, cookie: Any, this: "Translator", op_ret: int, op_errno: int, vector: Buffer, count: int, stbuf: Iatt, iobref: None, xdata: Optional[Dict]) -> None:
        """The reply to readv."""

    def wind_readv(self, frame: Frame, fd: Fd, size: int, offset: int, flags: int, xdata: _XData, child: _Child = 0, cookie: Any = None) -> None:
        """Pass readv to a child."""

    def unwind_readv(self, frame: Frame, op_ret: int, op_errno: int, vector: _Data = ..., count: int = ..., stbuf: Optional[Iatt] = ..., iobref: None = ..., xdata: _XData = ..., entry_timeout: Optional[float] = None, attr_timeout: Optional[float] = None) -> None:
        """Answer readv."""

    def writev_fop(self, frame: Frame, this: "Translator", fd: Fd, vector: Buffer, count: int, off: int, flags: int, iobref: None, xdata: Optional[Dict]) -> None:
        """Write to an open file.

        op_ret is the number of bytes written."""

    def writev_cbk(self, frame: Frame, cookie: Any, this: "Translator", op_ret: int, op_errno: int, prebuf: Iatt, postbuf: Iatt, xdata: Optional[Dict]) -> None:
        """The reply to writev."""

    def wind_writev(self, frame: Frame, fd: Fd, vector: _Data, count: int, off: int, flags: int, iobref: None, xdata: _XData, child: _Child = 0, cookie: Any = None) -> None:
        """Pass writev to a child."""

    def unwind_writev(self, frame: Frame, op_ret: int, op_errno: int, prebuf: Optional[Iatt] = ..., postbuf: Optional[Iatt] = ..., xdata: _XData = ..., entry_timeout: Optional[float] = None, attr_timeout: Optional[float] = None) -> None:
        """Answer writev."""

    def flush_fop(self, frame: Frame, this: "Translator", fd: Fd, xdata: Optional[Dict]) -> None:
        """A descriptor of an open file was closed.

        Comes once per close(2); release comes when the last descriptor is gone."""

    def flush_cbk(self, frame: Frame, cookie: Any, this: "Translator", op_ret: int, op_errno: int, xdata: Optional[Dict]) -> None:
        """The reply to flush."""

    def wind_flush(self, frame: Frame, fd: Fd, xdata: _XData, child: _Child = 0, cookie: Any = None) -> None:
        """Pass flush to a child."""

    def unwind_flush(self, frame: Frame, op_ret: int, op_errno: int, xdata: _XData = ..., entry_timeout: Optional[float] = None, attr_timeout: Optional[float] = None) -> None:
        """Answer flush."""

    def fsync_fop(self, frame: Frame, this: "Translator", fd: Fd, flags: int, xdata: Optional[Dict]) -> None:
        """Bring an open file to stable storage.

        flags 1 asks for the data only, as fdatasync(2)."""

    def fsync_cbk(self, frame: Frame, cookie: Any, this: "Translator", op_ret: int, op_errno: int, prebuf: Iatt, postbuf: Iatt, xdata: Optional[Dict]) -> None:
        """The reply to fsync."""

    def wind_fsync(self, frame: Frame, fd: Fd, flags: int, xdata: _XData, child: _Child = 0, cookie: Any = None) -> None:
        """Pass fsync to a child."""

    def unwind_fsync(self, frame: Frame, op_ret: int, op_errno: int, prebuf: Optional[Iatt] = ..., postbuf: Optional[Iatt] = ..., xdata: _XData = ..., entry_timeout: Optional[float] = None, attr_timeout: Optional[float] = None) -> None:
        """Answer fsync."""

    def fsyncdir_fop(self, frame: Frame, this: "Translator", fd: Fd, flags: int, xdata: Optional[Dict]) -> None:
        """Bring an open directory to stable storage."""

    def fsyncdir_cbk(self, frame: Frame, cookie: Any, this: "Translator", op_ret: int, op_errno: int, xdata: Optional[Dict]) -> None:
        """The reply to fsyncdir."""

    def wind_fsyncdir(self, frame: Frame, fd: Fd, flags: int, xdata: _XData, child: _Child = 0, cookie: Any = None) -> None:
        """Pass fsyncdir to a child."""

    def unwind_fsyncdir(self, frame: Frame, op_ret: int, op_errno: int, xdata: _XData = ..., entry_timeout: Optional[float] = None, attr_timeout: Optional[float] = None) -> None:
        """Answer fsyncdir."""

    def opendir_fop(self, frame: Frame, this: "Translator", loc: Loc, fd: Fd, xdata: Optional[Dict]) -> None:
        """Open a directory."""

    def opendir_cbk(self, frame: Frame, cookie: Any, this: "Translator", op_ret: int, op_errno: int, fd: Optional[Fd], xdata: Optional[Dict]) -> None:
        """The reply to opendir."""

    def wind_opendir(self, frame: Frame, loc: Loc, fd: Fd, xdata: _XData, child: _Child = 0, cookie: Any = None) -> None:
        """Pass opendir to a child."""

    def unwind_opendir(self, frame: Frame, op_ret: int, op_errno: int, fd: Optional[Fd] = ..., xdata: _XData = ..., entry_timeout: Optional[float] = None, attr_timeout: Optional[float] = None) -> None:
        """Answer opendir."""

    def readdir_fop(self, frame: Frame, this: "Translator", fd: Fd, size: int, off: int, xdata: Optional[Dict]) -> None:
        """Read names from an open directory.

        op_ret is the number of entries, 0 at the end."""

    def readdir_cbk(self, frame: Frame, cookie: Any, this: "Translator", op_ret: int, op_errno: int, entries: List[Dirent], xdata: Optional[Dict]) -> None:
        """The reply to readdir."""

    def wind_readdir(self, frame: Frame, fd: Fd, size: int, off: int, xdata: _XData, child: _Child = 0, cookie: Any = None) -> None:
        """Pass readdir to a child."""

    def unwind_readdir(self, frame: Frame, op_ret: int, op_errno: int, entries: List[Dirent] = ..., xdata: _XData = ..., entry_timeout: Optional[float] = None, attr_timeout: Optional[float] = None) -> None:
        """Answer readdir."""

    def readdirp_fop(self, frame: Frame, this: "Translator", fd: Fd, size: int, off: int, xdata: Optional[Dict]) -> None:
        """Read names with inodes and attributes from an open directory.

        op_ret is the number of entries, 0 at the end."""

    def readdirp_cbk(self, frame: Frame, cookie: Any, this: "Translator", op_ret: int, op_errno: int, entries: List[Dirent], xdata: Optional[Dict]) -> None:
        """The reply to readdirp."""

    def wind_readdirp(self, frame: Frame, fd: Fd, size: int, off: int, xdata: _XData, child: _Child = 0, cookie: Any = None) -> None:
        """Pass readdirp to a child."""

    def unwind_readdirp(self, frame: Frame, op_ret: int, op_errno: int, entries: List[Dirent] = ..., xdata: _XData = ..., entry_timeout: Optional[float] = None, attr_timeout: Optional[float] = None) -> None:
        """Answer readdirp."""

    def statfs_fop(self, frame: Frame, this: "Translator", loc: Loc, xdata: Optional[Dict]) -> None:
        """Get the usage of the filesystem."""

    def statfs_cbk(self, frame: Frame, cookie: Any, this: "Translator", op_ret: int, op_errno: int, buf: Statvfs, xdata: Optional[Dict]) -> None:
        """The reply to statfs."""

    def wind_statfs(self, frame: Frame, loc: Loc, xdata: _XData, child: _Child = 0, cookie: Any = None) -> None:
        """Pass statfs to a child."""

    def unwind_statfs(self, frame: Frame, op_ret: int, op_errno: int, buf: Statvfs = ..., xdata: _XData = ..., entry_timeout: Optional[float] = None, attr_timeout: Optional[float] = None) -> None:
        """Answer statfs."""

    def setxattr_fop(self, frame: Frame, this: "Translator", loc: Loc, dict: Optional[Dict], flags: int, xdata: Optional[Dict]) -> None:
        """Set extended attributes."""

    def setxattr_cbk(self, frame: Frame, cookie: Any, this: "Translator", op_ret: int, op_errno: int, xdata: Optional[Dict]) -> None:
        """The reply to setxattr."""

    def wind_setxattr(self, frame: Frame, loc: Loc, dict: _XData, flags: int, xdata: _XData, child: _Child = 0, cookie: Any = None) -> None:
        """Pass setxattr to a child."""

    def unwind_setxattr(self, frame: Frame, op_ret: int, op_errno: int, xdata: _XData = ..., entry_timeout: Optional[float] = None, attr_timeout: Optional[float] = None) -> None:
        """Answer setxattr."""

    def getxattr_fop(self, frame: Frame, this: "Translator", loc: Loc, name: str, xdata: Optional[Dict]) -> None:
        """Get one extended attribute, or the names of all.

        With an empty name the reply's dict has every name, each with an empty value."""

    def getxattr_cbk(self, frame: Frame, cookie: Any, this: "Translator", op_ret: int, op_errno: int, dict: Optional[Dict], xdata: Optional[Dict]) -> None:
        """The reply to getxattr."""

    def wind_getxattr(self, frame: Frame, loc: Loc, name: str, xdata: _XData, child: _Child = 0, cookie: Any = None) -> None:
        """Pass getxattr to a child."""

    def unwind_getxattr(self, frame: Frame, op_ret: int, op_errno: int, dict: _XData = ..., xdata: _XData = ..., entry_timeout: Optional[float] = None, attr_timeout: Optional[float] = None) -> None:
        """Answer getxattr."""

    def removexattr_fop(self, frame: Frame, this: "Translator", loc: Loc, name: str, xdata: Optional[Dict]) -> None:
        """Remove an extended attribute."""

    def removexattr_cbk(self, frame: Frame, cookie: Any, this: "Translator", op_ret: int, op_errno: int, xdata: Optional[Dict]) -> None:
        """The reply to removexattr."""

    def wind_removexattr(self, frame: Frame, loc: Loc, name: str, xdata: _XData, child: _Child = 0, cookie: Any = None) -> None:
        """Pass removexattr to a child."""

    def unwind_removexattr(self, frame: Frame, op_ret: int, op_errno: int, xdata: _XData = ..., entry_timeout: Optional[float] = None, attr_timeout: Optional[float] = None) -> None:
        """Answer removexattr."""

    def fsetxattr_fop(self, frame: Frame, this: "Translator", fd: Fd, dict: Optional[Dict], flags: int, xdata: Optional[Dict]) -> None:
        """Set extended attributes of an open object.

        The kernel names the inode in every xattr request, so FUSE never asks for it;
        translators may."""

    def fsetxattr_cbk(self, frame: Frame, cookie: Any, this: "Translator", op_ret: int, op_errno: int, xdata: Optional[Dict]) -> None:
        """The reply to fsetxattr."""

    def wind_fsetxattr(self, frame: Frame, fd: Fd, dict: _XData, flags: int, xdata: _XData, child: _Child = 0, cookie: Any = None) -> None:
        """Pass fsetxattr to a child."""

    def unwind_fsetxattr(self, frame: Frame, op_ret: int, op_errno: int, xdata: _XData = ..., entry_timeout: Optional[float] = None, attr_timeout: Optional[float] = None) -> None:
        """Answer fsetxattr."""

    def fgetxattr_fop(self, frame: Frame, this: "Translator", fd: Fd, name: str, xdata: Optional[Dict]) -> None:
        """Get extended attributes of an open object.

        As fsetxattr."""

    def fgetxattr_cbk(self, frame: Frame, cookie: Any, this: "Translator", op_ret: int, op_errno: int, dict: Optional[Dict], xdata: Optional[Dict]) -> None:
        """The reply to fgetxattr."""

    def wind_fgetxattr(self, frame: Frame, fd: Fd, name: str, xdata: _XData, child: _Child = 0, cookie: Any = None) -> None:
        """Pass fgetxattr to a child."""

    def unwind_fgetxattr(self, frame: Frame, op_ret: int, op_errno: int, dict: _XData = ..., xdata: _XData = ..., entry_timeout: Optional[float] = None, attr_timeout: Optional[float] = None) -> None:
        """Answer fgetxattr."""

    def fremovexattr_fop(self, frame: Frame, this: "Translator", fd: Fd, name: str, xdata: Optional[Dict]) -> None:
        """Remove an extended attribute of an open object.

        As fsetxattr."""

    def fremovexattr_cbk(self, frame: Frame, cookie: Any, this: "Translator", op_ret: int, op_errno: int, xdata: Optional[Dict]) -> None:
        """The reply to fremovexattr."""

    def wind_fremovexattr(self, frame: Frame, fd: Fd, name: str, xdata: _XData, child: _Child = 0, cookie: Any = None) -> None:
        """Pass fremovexattr to a child."""

    def unwind_fremovexattr(self, frame: Frame, op_ret: int, op_errno: int, xdata: _XData = ..., entry_timeout: Optional[float] = None, attr_timeout: Optional[float] = None) -> None:
        """Answer fremovexattr."""

    def lk_fop(self, frame: Frame, this: "Translator", fd: Fd, cmd: int, lock: Lock, xdata: Optional[Dict]) -> None:
        """Get, set or wait for a byte-range lock or a flock(2).

        cmd is F_GETLK, F_SETLK or F_SETLKW; flags 1 (LK_FLOCK) marks a flock(2)."""

    def lk_cbk(self, frame: Frame, cookie: Any, this: "Translator", op_ret: int, op_errno: int, lock: Lock, xdata: Optional[Dict]) -> None:
        """The reply to lk."""

    def wind_lk(self, frame: Frame, fd: Fd, cmd: int, lock: Lock, xdata: _XData, flags: int = ..., child: _Child = 0, cookie: Any = None) -> None:
        """Pass lk to a child."""

    def unwind_lk(self, frame: Frame, op_ret: int, op_errno: int, lock: Lock = ..., xdata: _XData = ..., entry_timeout: Optional[float] = None, attr_timeout: Optional[float] = None) -> None:
        """Answer lk."""

    def inodelk_fop(self, frame: Frame, this: "Translator", volume: str, loc: Loc, cmd: int, lock: Lock, xdata: Optional[Dict]) -> None:
        """Lock an inode between translators."""

    def inodelk_cbk(self, frame: Frame, cookie: Any, this: "Translator", op_ret: int, op_errno: int, xdata: Optional[Dict]) -> None:
        """The reply to inodelk."""

    def wind_inodelk(self, frame: Frame, volume: str, loc: Loc, cmd: int, lock: Lock, xdata: _XData, child: _Child = 0, cookie: Any = None) -> None:
        """Pass inodelk to a child."""

    def unwind_inodelk(self, frame: Frame, op_ret: int, op_errno: int, xdata: _XData = ..., entry_timeout: Optional[float] = None, attr_timeout: Optional[float] = None) -> None:
        """Answer inodelk."""

    def finodelk_fop(self, frame: Frame, this: "Translator", volume: str, fd: Fd, cmd: int, lock: Lock, xdata: Optional[Dict]) -> None:
        """Lock an open inode between translators."""

    def finodelk_cbk(self, frame: Frame, cookie: Any, this: "Translator", op_ret: int, op_errno: int, xdata: Optional[Dict]) -> None:
        """The reply to finodelk."""

    def wind_finodelk(self, frame: Frame, volume: str, fd: Fd, cmd: int, lock: Lock, xdata: _XData, child: _Child = 0, cookie: Any = None) -> None:
        """Pass finodelk to a child."""

    def unwind_finodelk(self, frame: Frame, op_ret: int, op_errno: int, xdata: _XData = ..., entry_timeout: Optional[float] = None, attr_timeout: Optional[float] = None) -> None:
        """Answer finodelk."""

    def entrylk_fop(self, frame: Frame, this: "Translator", volume: str, loc: Loc, basename: str, cmd: int, type: int, xdata: Optional[Dict]) -> None:
        """Lock a name in a directory between translators."""

    def entrylk_cbk(self, frame: Frame, cookie: Any, this: "Translator", op_ret: int, op_errno: int, xdata: Optional[Dict]) -> None:
        """The reply to entrylk."""

    def wind_entrylk(self, frame: Frame, volume: str, loc: Loc, basename: str, cmd: int, type: int, xdata: _XData, child: _Child = 0, cookie: Any = None) -> None:
        """Pass entrylk to a child."""

    def unwind_entrylk(self, frame: Frame, op_ret: int, op_errno: int, xdata: _XData = ..., entry_timeout: Optional[float] = None, attr_timeout: Optional[float] = None) -> None:
        """Answer entrylk."""

    def fentrylk_fop(self, frame: Frame, this: "Translator", volume: str, fd: Fd, basename: str, cmd: int, type: int, xdata: Optional[Dict]) -> None:
        """Lock a name in an open directory between translators."""

    def fentrylk_cbk(self, frame: Frame, cookie: Any, this: "Translator", op_ret: int, op_errno: int, xdata: Optional[Dict]) -> None:
        """The reply to fentrylk."""

    def wind_fentrylk(self, frame: Frame, volume: str, fd: Fd, basename: str, cmd: int, type: int, xdata: _XData, child: _Child = 0, cookie: Any = None) -> None:
        """Pass fentrylk to a child."""

    def unwind_fentrylk(self, frame: Frame, op_ret: int, op_errno: int, xdata: _XData = ..., entry_timeout: Optional[float] = None, attr_timeout: Optional[float] = None) -> None:
        """Answer fentrylk."""

    def xattrop_fop(self, frame: Frame, this: "Translator", loc: Loc, flags: int, dict: Optional[Dict], xdata: Optional[Dict]) -> None:
        """Change counters in extended attributes atomically.

        flags are the Xattrop constants (add, or, and, get and set); values are arrays
        of big-endian integers."""

    def xattrop_cbk(self, frame: Frame, cookie: Any, this: "Translator", op_ret: int, op_errno: int, dict: Optional[Dict], xdata: Optional[Dict]) -> None:
        """The reply to xattrop."""

    def wind_xattrop(self, frame: Frame, loc: Loc, flags: int, dict: _XData, xdata: _XData, child: _Child = 0, cookie: Any = None) -> None:
        """Pass xattrop to a child."""

    def unwind_xattrop(self, frame: Frame, op_ret: int, op_errno: int, dict: _XData = ..., xdata: _XData = ..., entry_timeout: Optional[float] = None, attr_timeout: Optional[float] = None) -> None:
        """Answer xattrop."""

    def fxattrop_fop(self, frame: Frame, this: "Translator", fd: Fd, flags: int, dict: Optional[Dict], xdata: Optional[Dict]) -> None:
        """Change counters in extended attributes of an open object atomically.

        As xattrop."""

    def fxattrop_cbk(self, frame: Frame, cookie: Any, this: "Translator", op_ret: int, op_errno: int, dict: Optional[Dict], xdata: Optional[Dict]) -> None:
        """The reply to fxattrop."""

    def wind_fxattrop(self, frame: Frame, fd: Fd, flags: int, dict: _XData, xdata: _XData, child: _Child = 0, cookie: Any = None) -> None:
        """Pass fxattrop to a child."""

    def unwind_fxattrop(self, frame: Frame, op_ret: int, op_errno: int, dict: _XData = ..., xdata: _XData = ..., entry_timeout: Optional[float] = None, attr_timeout: Optional[float] = None) -> None:
        """Answer fxattrop."""

    def fallocate_fop(self, frame: Frame, this: "Translator", fd: Fd, keep_size: int, offset: int, len: int, xdata: Optional[Dict]) -> None:
        """Allocate space for an open file.

        keep_size holds the mode bits of fallocate(2) that are neither discard nor
        zerofill: 0, KEEP_SIZE (1), COLLAPSE_RANGE, INSERT_RANGE, UNSHARE_RANGE."""

    def fallocate_cbk(self, frame: Frame, cookie: Any, this: "Translator", op_ret: int, op_errno: int, pre: Iatt, post: Iatt, xdata: Optional[Dict]) -> None:
        """The reply to fallocate."""

    def wind_fallocate(self, frame: Frame, fd: Fd, keep_size: int, offset: int, len: int, xdata: _XData, child: _Child = 0, cookie: Any = None) -> None:
        """Pass fallocate to a child."""

    def unwind_fallocate(self, frame: Frame, op_ret: int, op_errno: int, pre: Optional[Iatt] = ..., post: Optional[Iatt] = ..., xdata: _XData = ..., entry_timeout: Optional[float] = None, attr_timeout: Optional[float] = None) -> None:
        """Answer fallocate."""

    def discard_fop(self, frame: Frame, this: "Translator", fd: Fd, offset: int, len: int, xdata: Optional[Dict]) -> None:
        """Punch a hole into an open file.

        fallocate(2) with PUNCH_HOLE."""

    def discard_cbk(self, frame: Frame, cookie: Any, this: "Translator", op_ret: int, op_errno: int, pre: Iatt, post: Iatt, xdata: Optional[Dict]) -> None:
        """The reply to discard."""

    def wind_discard(self, frame: Frame, fd: Fd, offset: int, len: int, xdata: _XData, child: _Child = 0, cookie: Any = None) -> None:
        """Pass discard to a child."""

    def unwind_discard(self, frame: Frame, op_ret: int, op_errno: int, pre: Optional[Iatt] = ..., post: Optional[Iatt] = ..., xdata: _XData = ..., entry_timeout: Optional[float] = None, attr_timeout: Optional[float] = None) -> None:
        """Answer discard."""

    def zerofill_fop(self, frame: Frame, this: "Translator", fd: Fd, offset: int, len: int, xdata: Optional[Dict]) -> None:
        """Fill a range of an open file with zeros.

        fallocate(2) with ZERO_RANGE; keep_size 1 leaves the size alone."""

    def zerofill_cbk(self, frame: Frame, cookie: Any, this: "Translator", op_ret: int, op_errno: int, pre: Iatt, post: Iatt, xdata: Optional[Dict]) -> None:
        """The reply to zerofill."""

    def wind_zerofill(self, frame: Frame, fd: Fd, offset: int, len: int, xdata: _XData, keep_size: int = ..., child: _Child = 0, cookie: Any = None) -> None:
        """Pass zerofill to a child."""

    def unwind_zerofill(self, frame: Frame, op_ret: int, op_errno: int, pre: Optional[Iatt] = ..., post: Optional[Iatt] = ..., xdata: _XData = ..., entry_timeout: Optional[float] = None, attr_timeout: Optional[float] = None) -> None:
        """Answer zerofill."""

    def seek_fop(self, frame: Frame, this: "Translator", fd: Fd, offset: int, what: int, xdata: Optional[Dict]) -> None:
        """Find the next data or hole in an open file."""

    def seek_cbk(self, frame: Frame, cookie: Any, this: "Translator", op_ret: int, op_errno: int, offset: int, xdata: Optional[Dict]) -> None:
        """The reply to seek."""

    def wind_seek(self, frame: Frame, fd: Fd, offset: int, what: int, xdata: _XData, child: _Child = 0, cookie: Any = None) -> None:
        """Pass seek to a child."""

    def unwind_seek(self, frame: Frame, op_ret: int, op_errno: int, offset: int = ..., xdata: _XData = ..., entry_timeout: Optional[float] = None, attr_timeout: Optional[float] = None) -> None:
        """Answer seek."""

    def copy_file_range_fop(self, frame: Frame, this: "Translator", fd_in: Fd, off_in: int, fd_out: Fd, off_out: int, len: int, flags: int, xdata: Optional[Dict]) -> None:
        """Copy a range from one open file to another.

        op_ret is the number of bytes copied."""

    def copy_file_range_cbk(self, frame: Frame, cookie: Any, this: "Translator", op_ret: int, op_errno: int, stbuf: Iatt, prebuf_dst: Iatt, postbuf_dst: Iatt, xdata: Optional[Dict]) -> None:
        """The reply to copy_file_range."""

    def wind_copy_file_range(self, frame: Frame, fd_in: Fd, off_in: int, fd_out: Fd, off_out: int, len: int, flags: int, xdata: _XData, child: _Child = 0, cookie: Any = None) -> None:
        """Pass copy_file_range to a child."""

    def unwind_copy_file_range(self, frame: Frame, op_ret: int, op_errno: int, stbuf: Optional[Iatt] = ..., prebuf_dst: Optional[Iatt] = ..., postbuf_dst: Optional[Iatt] = ..., xdata: _XData = ..., entry_timeout: Optional[float] = None, attr_timeout: Optional[float] = None) -> None:
        """Answer copy_file_range."""

    def rchecksum_fop(self, frame: Frame, this: "Translator", fd: Fd, offset: int, len: int, xdata: Optional[Dict]) -> None:
        """Get a weak and a strong checksum of a range."""

    def rchecksum_cbk(self, frame: Frame, cookie: Any, this: "Translator", op_ret: int, op_errno: int, weak_cksum: int, strong_cksum: bytes, xdata: Optional[Dict]) -> None:
        """The reply to rchecksum."""

    def wind_rchecksum(self, frame: Frame, fd: Fd, offset: int, len: int, xdata: _XData, child: _Child = 0, cookie: Any = None) -> None:
        """Pass rchecksum to a child."""

    def unwind_rchecksum(self, frame: Frame, op_ret: int, op_errno: int, weak_cksum: int = ..., strong_cksum: bytes = ..., xdata: _XData = ..., entry_timeout: Optional[float] = None, attr_timeout: Optional[float] = None) -> None:
        """Answer rchecksum."""

    def lease_fop(self, frame: Frame, this: "Translator", loc: Loc, lease: Lease, xdata: Optional[Dict]) -> None:
        """Take, give back or ask for a lease."""

    def lease_cbk(self, frame: Frame, cookie: Any, this: "Translator", op_ret: int, op_errno: int, lease: Lease, xdata: Optional[Dict]) -> None:
        """The reply to lease."""

    def wind_lease(self, frame: Frame, loc: Loc, lease: Lease, xdata: _XData, child: _Child = 0, cookie: Any = None) -> None:
        """Pass lease to a child."""

    def unwind_lease(self, frame: Frame, op_ret: int, op_errno: int, lease: Lease = ..., xdata: _XData = ..., entry_timeout: Optional[float] = None, attr_timeout: Optional[float] = None) -> None:
        """Answer lease."""

    def getactivelk_fop(self, frame: Frame, this: "Translator", loc: Loc, xdata: Optional[Dict]) -> None:
        """List the locks that are held on an object."""

    def getactivelk_cbk(self, frame: Frame, cookie: Any, this: "Translator", op_ret: int, op_errno: int, locklist: List[Lock], xdata: Optional[Dict]) -> None:
        """The reply to getactivelk."""

    def wind_getactivelk(self, frame: Frame, loc: Loc, xdata: _XData, child: _Child = 0, cookie: Any = None) -> None:
        """Pass getactivelk to a child."""

    def unwind_getactivelk(self, frame: Frame, op_ret: int, op_errno: int, locklist: List[Lock] = ..., xdata: _XData = ..., entry_timeout: Optional[float] = None, attr_timeout: Optional[float] = None) -> None:
        """Answer getactivelk."""

    def setactivelk_fop(self, frame: Frame, this: "Translator", loc: Loc, locklist: List[Lock], xdata: Optional[Dict]) -> None:
        """Take over a list of locks."""

    def setactivelk_cbk(self, frame: Frame, cookie: Any, this: "Translator", op_ret: int, op_errno: int, xdata: Optional[Dict]) -> None:
        """The reply to setactivelk."""

    def wind_setactivelk(self, frame: Frame, loc: Loc, locklist: List[Lock], xdata: _XData, child: _Child = 0, cookie: Any = None) -> None:
        """Pass setactivelk to a child."""

    def unwind_setactivelk(self, frame: Frame, op_ret: int, op_errno: int, xdata: _XData = ..., entry_timeout: Optional[float] = None, attr_timeout: Optional[float] = None) -> None:
        """Answer setactivelk."""

    def ipc_fop(self, frame: Frame, this: "Translator", op: int, xdata: Optional[Dict]) -> None:
        """Send a message to a translator further down."""

    def ipc_cbk(self, frame: Frame, cookie: Any, this: "Translator", op_ret: int, op_errno: int, xdata: Optional[Dict]) -> None:
        """The reply to ipc."""

    def wind_ipc(self, frame: Frame, op: int, xdata: _XData, child: _Child = 0, cookie: Any = None) -> None:
        """Pass ipc to a child."""

    def unwind_ipc(self, frame: Frame, op_ret: int, op_errno: int, xdata: _XData = ..., entry_timeout: Optional[float] = None, attr_timeout: Optional[float] = None) -> None:
        """Answer ipc."""

    def put_fop(self, frame: Frame, this: "Translator", loc: Loc, mode: int, umask: int, flags: int, vector: Buffer, count: int, off: int, iobref: None, dict: Optional[Dict], xdata: Optional[Dict]) -> None:
        """Make a file with content and attributes in one step.

        The name appears only when the content is complete."""

    def put_cbk(self, frame: Frame, cookie: Any, this: "Translator", op_ret: int, op_errno: int, inode: Optional[Inode], buf: Iatt, preparent: Iatt, postparent: Iatt, xdata: Optional[Dict]) -> None:
        """The reply to put."""

    def wind_put(self, frame: Frame, loc: Loc, mode: int, umask: int, flags: int, vector: _Data, count: int, off: int, iobref: None, dict: _XData, xdata: _XData, child: _Child = 0, cookie: Any = None) -> None:
        """Pass put to a child."""

    def unwind_put(self, frame: Frame, op_ret: int, op_errno: int, inode: Optional[Inode] = ..., buf: Optional[Iatt] = ..., preparent: Optional[Iatt] = ..., postparent: Optional[Iatt] = ..., xdata: _XData = ..., entry_timeout: Optional[float] = None, attr_timeout: Optional[float] = None) -> None:
        """Answer put."""

    def icreate_fop(self, frame: Frame, this: "Translator", loc: Loc, mode: int, xdata: Optional[Dict]) -> None:
        """Make an inode without a name."""

    def icreate_cbk(self, frame: Frame, cookie: Any, this: "Translator", op_ret: int, op_errno: int, inode: Optional[Inode], buf: Iatt, xdata: Optional[Dict]) -> None:
        """The reply to icreate."""

    def wind_icreate(self, frame: Frame, loc: Loc, mode: int, xdata: _XData, child: _Child = 0, cookie: Any = None) -> None:
        """Pass icreate to a child."""

    def unwind_icreate(self, frame: Frame, op_ret: int, op_errno: int, inode: Optional[Inode] = ..., buf: Optional[Iatt] = ..., xdata: _XData = ..., entry_timeout: Optional[float] = None, attr_timeout: Optional[float] = None) -> None:
        """Answer icreate."""

    def namelink_fop(self, frame: Frame, this: "Translator", loc: Loc, xdata: Optional[Dict]) -> None:
        """Give a name to an inode without one."""

    def namelink_cbk(self, frame: Frame, cookie: Any, this: "Translator", op_ret: int, op_errno: int, prebuf: Iatt, postbuf: Iatt, xdata: Optional[Dict]) -> None:
        """The reply to namelink."""

    def wind_namelink(self, frame: Frame, loc: Loc, xdata: _XData, child: _Child = 0, cookie: Any = None) -> None:
        """Pass namelink to a child."""

    def unwind_namelink(self, frame: Frame, op_ret: int, op_errno: int, prebuf: Optional[Iatt] = ..., postbuf: Optional[Iatt] = ..., xdata: _XData = ..., entry_timeout: Optional[float] = None, attr_timeout: Optional[float] = None) -> None:
        """Answer namelink."""

    def getspec_fop(self, frame: Frame, this: "Translator", key: str, flags: int) -> None:
        """Fetch a volume file from a management server.

        The one fop without xdata, as in GlusterFS."""

    def getspec_cbk(self, frame: Frame, cookie: Any, this: "Translator", op_ret: int, op_errno: int, spec_data: str) -> None:
        """The reply to getspec."""

    def wind_getspec(self, frame: Frame, key: str, flags: int, child: _Child = 0, cookie: Any = None) -> None:
        """Pass getspec to a child."""

    def unwind_getspec(self, frame: Frame, op_ret: int, op_errno: int, spec_data: str = ..., entry_timeout: Optional[float] = None, attr_timeout: Optional[float] = None) -> None:
        """Answer getspec."""

    def tmpfile_fop(self, frame: Frame, this: "Translator", loc: Loc, flags: int, mode: int, umask: int, fd: Fd, xdata: Optional[Dict]) -> None:
        """Make a file without a name in a directory, and open it (O_TMPFILE).

        loc.parent is the directory; loc.name is empty."""

    def tmpfile_cbk(self, frame: Frame, cookie: Any, this: "Translator", op_ret: int, op_errno: int, fd: Optional[Fd], inode: Optional[Inode], buf: Iatt, xdata: Optional[Dict]) -> None:
        """The reply to tmpfile."""

    def wind_tmpfile(self, frame: Frame, loc: Loc, flags: int, mode: int, umask: int, fd: Fd, xdata: _XData, child: _Child = 0, cookie: Any = None) -> None:
        """Pass tmpfile to a child."""

    def unwind_tmpfile(self, frame: Frame, op_ret: int, op_errno: int, fd: Optional[Fd] = ..., inode: Optional[Inode] = ..., buf: Optional[Iatt] = ..., xdata: _XData = ..., entry_timeout: Optional[float] = None, attr_timeout: Optional[float] = None) -> None:
        """Answer tmpfile."""

    def ioctl_fop(self, frame: Frame, this: "Translator", fd: Fd, cmd: int, arg: int, flags: int, vector: Buffer, size: int, xdata: Optional[Dict]) -> None:
        """Send a device command to an open file.

        vector is what the caller hands over, size what it can take back; op_ret is the
        result of the ioctl."""

    def ioctl_cbk(self, frame: Frame, cookie: Any, this: "Translator", op_ret: int, op_errno: int, vector: Buffer, xdata: Optional[Dict]) -> None:
        """The reply to ioctl."""

    def wind_ioctl(self, frame: Frame, fd: Fd, cmd: int, arg: int, flags: int, vector: _Data, size: int, xdata: _XData, child: _Child = 0, cookie: Any = None) -> None:
        """Pass ioctl to a child."""

    def unwind_ioctl(self, frame: Frame, op_ret: int, op_errno: int, vector: _Data = ..., xdata: _XData = ..., entry_timeout: Optional[float] = None, attr_timeout: Optional[float] = None) -> None:
        """Answer ioctl."""

    def poll_fop(self, frame: Frame, this: "Translator", fd: Fd, events: int, kh: int, xdata: Optional[Dict]) -> None:
        """Ask which events an open file is ready for.

        Regular files and directories are always ready, and the kernel says so by itself
        when a server does not answer poll; go-fuse passes the request to nobody, so it
        reaches a translator only from another one."""

    def poll_cbk(self, frame: Frame, cookie: Any, this: "Translator", op_ret: int, op_errno: int, revents: int, xdata: Optional[Dict]) -> None:
        """The reply to poll."""

    def wind_poll(self, frame: Frame, fd: Fd, events: int, kh: int, xdata: _XData, child: _Child = 0, cookie: Any = None) -> None:
        """Pass poll to a child."""

    def unwind_poll(self, frame: Frame, op_ret: int, op_errno: int, revents: int = ..., xdata: _XData = ..., entry_timeout: Optional[float] = None, attr_timeout: Optional[float] = None) -> None:
        """Answer poll."""

    def statx_fop(self, frame: Frame, this: "Translator", loc: Loc, fd: Fd, flags: int, mask: int, xdata: Optional[Dict]) -> None:
        """Get the extended attributes of statx(2), birth time among them.

        fd is None where the caller has not opened the object."""

    def statx_cbk(self, frame: Frame, cookie: Any, this: "Translator", op_ret: int, op_errno: int, buf: Iatt, xdata: Optional[Dict]) -> None:
        """The reply to statx."""

    def wind_statx(self, frame: Frame, loc: Loc, fd: Fd, flags: int, mask: int, xdata: _XData, child: _Child = 0, cookie: Any = None) -> None:
        """Pass statx to a child."""

    def unwind_statx(self, frame: Frame, op_ret: int, op_errno: int, buf: Optional[Iatt] = ..., xdata: _XData = ..., entry_timeout: Optional[float] = None, attr_timeout: Optional[float] = None) -> None:
        """Answer statx."""

    def syncfs_fop(self, frame: Frame, this: "Translator", loc: Loc, xdata: Optional[Dict]) -> None:
        """Bring the whole filesystem to stable storage."""

    def syncfs_cbk(self, frame: Frame, cookie: Any, this: "Translator", op_ret: int, op_errno: int, xdata: Optional[Dict]) -> None:
        """The reply to syncfs."""

    def wind_syncfs(self, frame: Frame, loc: Loc, xdata: _XData, child: _Child = 0, cookie: Any = None) -> None:
        """Pass syncfs to a child."""

    def unwind_syncfs(self, frame: Frame, op_ret: int, op_errno: int, xdata: _XData = ..., entry_timeout: Optional[float] = None, attr_timeout: Optional[float] = None) -> None:
        """Answer syncfs."""

    def bmap_fop(self, frame: Frame, this: "Translator", loc: Loc, blocksize: int, block: int, xdata: Optional[Dict]) -> None:
        """Map a block of a file to a block of the device."""

    def bmap_cbk(self, frame: Frame, cookie: Any, this: "Translator", op_ret: int, op_errno: int, block: int, xdata: Optional[Dict]) -> None:
        """The reply to bmap."""

    def wind_bmap(self, frame: Frame, loc: Loc, blocksize: int, block: int, xdata: _XData, child: _Child = 0, cookie: Any = None) -> None:
        """Pass bmap to a child."""

    def unwind_bmap(self, frame: Frame, op_ret: int, op_errno: int, block: int = ..., xdata: _XData = ..., entry_timeout: Optional[float] = None, attr_timeout: Optional[float] = None) -> None:
        """Answer bmap."""


E2BIG: int
EACCES: int
EADDRINUSE: int
EADDRNOTAVAIL: int
EADV: int
EAFNOSUPPORT: int
EAGAIN: int
EALREADY: int
EBADE: int
EBADF: int
EBADFD: int
EBADMSG: int
EBADR: int
EBADRQC: int
EBADSLT: int
EBFONT: int
EBUSY: int
ECANCELED: int
ECHILD: int
ECHRNG: int
ECOMM: int
ECONNABORTED: int
ECONNREFUSED: int
ECONNRESET: int
EDEADLK: int
EDEADLOCK: int
EDESTADDRREQ: int
EDOM: int
EDOTDOT: int
EDQUOT: int
EEXIST: int
EFAULT: int
EFBIG: int
EFSCORRUPTED: int
EFTYPE: int
EHOSTDOWN: int
EHOSTUNREACH: int
EHWPOISON: int
EIDRM: int
EILSEQ: int
EINPROGRESS: int
EINTR: int
EINVAL: int
EIO: int
EISCONN: int
EISDIR: int
EISNAM: int
EKEYEXPIRED: int
EKEYREJECTED: int
EKEYREVOKED: int
EL2HLT: int
EL2NSYNC: int
EL3HLT: int
EL3RST: int
ELIBACC: int
ELIBBAD: int
ELIBEXEC: int
ELIBMAX: int
ELIBSCN: int
ELNRNG: int
ELOOP: int
EMEDIUMTYPE: int
EMFILE: int
EMLINK: int
EMSGSIZE: int
EMULTIHOP: int
ENAMETOOLONG: int
ENAVAIL: int
ENETDOWN: int
ENETRESET: int
ENETUNREACH: int
ENFILE: int
ENOANO: int
ENOBUFS: int
ENOCSI: int
ENODATA: int
ENODEV: int
ENOENT: int
ENOEXEC: int
ENOKEY: int
ENOLCK: int
ENOLINK: int
ENOMEDIUM: int
ENOMEM: int
ENOMSG: int
ENONET: int
ENOPKG: int
ENOPROTOOPT: int
ENOSPC: int
ENOSR: int
ENOSTR: int
ENOSYS: int
ENOTBLK: int
ENOTCONN: int
ENOTDIR: int
ENOTEMPTY: int
ENOTNAM: int
ENOTRECOVERABLE: int
ENOTSOCK: int
ENOTSUP: int
ENOTTY: int
ENOTUNIQ: int
ENXIO: int
EOPNOTSUPP: int
EOVERFLOW: int
EOWNERDEAD: int
EPERM: int
EPFNOSUPPORT: int
EPIPE: int
EPROTO: int
EPROTONOSUPPORT: int
EPROTOTYPE: int
ERANGE: int
EREMCHG: int
EREMOTE: int
EREMOTEIO: int
ERESTART: int
ERFKILL: int
EROFS: int
ESHUTDOWN: int
ESOCKTNOSUPPORT: int
ESPIPE: int
ESRCH: int
ESRMNT: int
ESTALE: int
ESTRPIPE: int
ETIME: int
ETIMEDOUT: int
ETOOMANYREFS: int
ETXTBSY: int
EUNATCH: int
EUSERS: int
EWOULDBLOCK: int
EXDEV: int
EXFULL: int
FALLOC_FL_COLLAPSE_RANGE: int
FALLOC_FL_INSERT_RANGE: int
FALLOC_FL_KEEP_SIZE: int
FALLOC_FL_PUNCH_HOLE: int
FALLOC_FL_UNSHARE_RANGE: int
FALLOC_FL_ZERO_RANGE: int
FSYNC_DATA: int
F_GETLK: int
F_OK: int
F_RDLCK: int
F_SETLK: int
F_SETLKW: int
F_UNLCK: int
F_WRLCK: int
LK_FLOCK: int
O_ACCMODE: int
O_APPEND: int
O_CLOEXEC: int
O_CREAT: int
O_DIRECT: int
O_DIRECTORY: int
O_DSYNC: int
O_EXCL: int
O_NOATIME: int
O_NOCTTY: int
O_NOFOLLOW: int
O_NONBLOCK: int
O_PATH: int
O_RDONLY: int
O_RDWR: int
O_SYNC: int
O_TMPFILE: int
O_TRUNC: int
O_WRONLY: int
RENAME_EXCHANGE: int
RENAME_NOREPLACE: int
RENAME_WHITEOUT: int
R_OK: int
SEEK_DATA: int
SEEK_HOLE: int
SET_ATIME: int
SET_ATIME_NOW: int
SET_CTIME: int
SET_GID: int
SET_KILL_PRIV: int
SET_MODE: int
SET_MTIME: int
SET_MTIME_NOW: int
SET_UID: int
STATX_ALL: int
STATX_ATTR_APPEND: int
STATX_ATTR_IMMUTABLE: int
STATX_BASIC_STATS: int
STATX_BTIME: int
S_IFBLK: int
S_IFCHR: int
S_IFDIR: int
S_IFIFO: int
S_IFLNK: int
S_IFMT: int
S_IFREG: int
S_IFSOCK: int
S_IRGRP: int
S_IROTH: int
S_IRUSR: int
S_IRWXG: int
S_IRWXO: int
S_IRWXU: int
S_ISGID: int
S_ISUID: int
S_ISVTX: int
S_IWGRP: int
S_IWOTH: int
S_IWUSR: int
S_IXGRP: int
S_IXOTH: int
S_IXUSR: int
WRITE_KILL_PRIV: int
W_OK: int
XATTROP_ADD_ARRAY: int
XATTROP_ADD_ARRAY64: int
XATTROP_AND_ARRAY: int
XATTROP_GET_AND_SET: int
XATTROP_OR_ARRAY: int
XATTR_CREATE: int
XATTR_REPLACE: int
X_OK: int
ROOT_GFID: str
