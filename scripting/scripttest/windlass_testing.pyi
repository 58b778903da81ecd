# Written from the table of fops; UPDATE=1 go test ./scripting/scripttest writes it.
"""What a test of a translator gets: put this file beside it and an editor
completes and checks it. At run time the module is part of windlass test.

    def test_absent(t):
        t.child.expect("lookup", path="/a", times=1)
        for i in range(3):
            assert t.lookup("/a").error == "ENOENT"

Each test has an interpreter, a graph and a clock of its own. The graph is the
script NAME.py, of NAME_test.py, between the test and a fake child. A test fails
if it raises, if something it has expected has not happened, if the script has
failed and the test has not looked at t.faults, or if a request is left over.
"""

from typing import Any, Callable, Dict as _dict, List, Optional, Sequence, Union

from windlass import *

_Loc = Union[str, Inode, Loc]
_Fd = Union[Fd, "Reply"]
_Data = Union[bytes, str]
_XData = Union[Dict, _dict[str, Any], None]


class Reply:
    """The answer to a fop, with the values of its reply by their names: r.buf, r.inode,
    r.xdata, … A failure has empty ones."""

    op: str
    """The fop that was answered: that of a directory's look-up where it failed on the way."""
    path: str
    """Where its object is; for readlink the text of the link."""
    ok: bool
    op_ret: int
    op_errno: int
    error: Optional[str]
    """The name of the error, "ENOENT", or None."""
    data: bytes
    """What readv and ioctl bring."""
    names: List[str]
    """What readdir and readdirp bring, by name."""
    entry_timeout: Optional[float]
    attr_timeout: Optional[float]

    def __getattr__(self, name: str) -> Any: ...


class Call:
    """What a child was asked, with the arguments by their names: c.loc, c.flags, …"""

    op: str
    path: str
    """Where its object was; name_path of the argument name for each: c.newloc_path."""
    child: int
    data: bytes
    uid: int
    gid: int
    pid: int
    time: float

    def __getattr__(self, name: str) -> Any: ...


class Pending:
    """A request under way."""

    done: bool

    def wait(self) -> Reply:
        """Let time pass until the answer is there."""

    def interrupt(self) -> None:
        """The caller got a signal."""


class Clock:
    """The time of the test. It begins at 2020-01-01 and stands still, but while something
    waits: then it goes on to what is due next. Scripts see it as module time, and
    hold-timeout counts by it."""

    now: float

    def advance(self, seconds: float) -> None:
        """Let time pass, and do what becomes due."""


class FakeChild:
    """A subvolume of the translator: a filesystem in memory."""

    name: str
    calls: List[Call]
    """What it was asked, but for look-ups of directories on the way to a path."""
    ops: List[str]

    def answer(
        self,
        op: str,
        function: Optional[Callable[[Call], Optional[_dict[str, Any]]]] = None,
        *,
        errno: int = ...,
        delay: float = 0,
        times: int = ...,
        **values: Any,
    ) -> None:
        """Answer op otherwise: with an error, with values over those of the filesystem, by a
        function of the call that returns None (the filesystem answers), a dict of values, or
        raises OSError; all that later by delay seconds. It holds for so many times, one after
        the other, or for ever."""

    def expect(self, op: str, *, times: int = 1, path: str = ..., **arguments: Any) -> None:
        """From now until the end of the test op comes so often, with these arguments."""

    def clear(self) -> None:
        """Forget calls and answers; what was expected must have come by now."""

    def write(self, path: str, data: _Data, mode: int = 0o644) -> None:
        """Make a file, and the directories to it, behind the translator's back."""

    def mkdir(self, path: str, mode: int = 0o755) -> None: ...
    def symlink(self, target: str, path: str) -> None: ...
    def read(self, path: str) -> bytes: ...
    def list(self, path: str) -> List[str]: ...
    def exists(self, path: str) -> bool: ...
    def remove(self, path: str) -> None: ...


class Test:
    """The way to the translator. Every fop is a method: what is a Loc to the translator
    is a path here, from the root of the mount, and directories on the way are looked up
    first, as the kernel does; what open, create and opendir answer is an Fd."""

    child: FakeChild
    children: List[FakeChild]
    clock: Clock
    logs: List[str]
    """What the translator has printed and logged."""
    faults: List[str]
    """Its exceptions that are no answer, and frames it has forgotten."""
    xlator: Any
    """The instance of its class."""

    def load(self, file: Optional[str] = None, *, children: Union[int, Sequence[str]] = 1, **options: Any) -> None:
        """Load a script with options, the test's own if no file is given. An underscore
        stands for the dash of hold-timeout and its like."""

    def root(self, *, uid: int = 0, gid: int = 0, pid: int = 0, groups: Sequence[int] = (), lk_owner: int = 0) -> None:
        """Who asks from now on."""

    def call(self, op: str, *arguments: Any, **keywords: Any) -> Reply:
        """A fop by its name."""

    def start(self, op: str, *arguments: Any, **keywords: Any) -> Pending:
        """Send a fop and do not wait for the answer."""

    def forget(self, what: Union[str, Inode]) -> None:
        """The kernel forgets an object: contexts end."""

    def release(self, fd: _Fd) -> None:
        """The last descriptor is closed."""

    def close(self) -> None:
        """End the graph before the test ends, to look at what fini says."""

    def skip(self, reason: str = "") -> None: ...
    def fail(self, message: str = "") -> None: ...

    def lookup(self, loc: _Loc, xdata: _XData = ...) -> Reply:
        """Find a name in a directory."""

    def stat(self, loc: _Loc, xdata: _XData = ...) -> Reply:
        """Get the attributes of an object."""

    def fstat(self, fd: _Fd, xdata: _XData = ...) -> Reply:
        """Get the attributes of an open object."""

    def setattr(self, loc: _Loc, stbuf: Iatt = ..., valid: int = ..., xdata: _XData = ...) -> Reply:
        """Set mode, owner or times of an object."""

    def fsetattr(self, fd: _Fd, stbuf: Iatt = ..., valid: int = ..., xdata: _XData = ...) -> Reply:
        """Set mode, owner or times of an open object."""

    def truncate(self, loc: _Loc, offset: int = ..., xdata: _XData = ...) -> Reply:
        """Set the size of a file."""

    def ftruncate(self, fd: _Fd, offset: int = ..., xdata: _XData = ...) -> Reply:
        """Set the size of an open file."""

    def access(self, loc: _Loc, mask: int = ..., xdata: _XData = ...) -> Reply:
        """Check the caller's right to an object, as access(2)."""

    def readlink(self, loc: _Loc, size: int = ..., xdata: _XData = ...) -> Reply:
        """Read the text of a symbolic link."""

    def mknod(self, loc: _Loc, mode: int = ..., rdev: int = ..., umask: int = ..., xdata: _XData = ...) -> Reply:
        """Make a file, FIFO, socket or device node."""

    def mkdir(self, loc: _Loc, mode: int = ..., umask: int = ..., xdata: _XData = ...) -> Reply:
        """Make a directory."""

    def unlink(self, loc: _Loc, flags: int = ..., xdata: _XData = ...) -> Reply:
        """Remove a name that is not a directory's."""

    def rmdir(self, loc: _Loc, flags: int = ..., xdata: _XData = ...) -> Reply:
        """Remove an empty directory."""

    def symlink(self, linkpath: str, loc: _Loc, umask: int = ..., xdata: _XData = ...) -> Reply:
        """Make a symbolic link."""

    def rename(self, oldloc: _Loc, newloc: _Loc, xdata: _XData = ..., *, flags: int = ...) -> Reply:
        """Rename an object, or exchange two."""

    def link(self, oldloc: _Loc, newloc: _Loc, xdata: _XData = ...) -> Reply:
        """Make a hard link."""

    def create(self, loc: _Loc, flags: int = ..., mode: int = ..., umask: int = ..., xdata: _XData = ...) -> Reply:
        """Make a file if it does not exist, and open it."""

    def open(self, loc: _Loc, flags: int = ..., xdata: _XData = ...) -> Reply:
        """Open a file."""

    def readv(self, fd: _Fd, size: int = ..., offset: int = ..., flags: int = ..., xdata: _XData = ...) -> Reply:
        """Read from an open file."""

    def writev(self, fd: _Fd, vector: _Data = ..., off: int = ..., flags: int = ..., xdata: _XData = ...) -> Reply:
        """Write to an open file."""

    def flush(self, fd: _Fd, xdata: _XData = ...) -> Reply:
        """A descriptor of an open file was closed."""

    def fsync(self, fd: _Fd, flags: int = ..., xdata: _XData = ...) -> Reply:
        """Bring an open file to stable storage."""

    def fsyncdir(self, fd: _Fd, flags: int = ..., xdata: _XData = ...) -> Reply:
        """Bring an open directory to stable storage."""

    def opendir(self, loc: _Loc, xdata: _XData = ...) -> Reply:
        """Open a directory."""

    def readdir(self, fd: _Fd, size: int = ..., off: int = ..., xdata: _XData = ...) -> Reply:
        """Read names from an open directory."""

    def readdirp(self, fd: _Fd, size: int = ..., off: int = ..., xdata: _XData = ...) -> Reply:
        """Read names with inodes and attributes from an open directory."""

    def statfs(self, loc: _Loc, xdata: _XData = ...) -> Reply:
        """Get the usage of the filesystem."""

    def setxattr(self, loc: _Loc, dict: _XData = ..., flags: int = ..., xdata: _XData = ...) -> Reply:
        """Set extended attributes."""

    def getxattr(self, loc: _Loc, name: str = ..., xdata: _XData = ...) -> Reply:
        """Get one extended attribute, or the names of all."""

    def removexattr(self, loc: _Loc, name: str = ..., xdata: _XData = ...) -> Reply:
        """Remove an extended attribute."""

    def fsetxattr(self, fd: _Fd, dict: _XData = ..., flags: int = ..., xdata: _XData = ...) -> Reply:
        """Set extended attributes of an open object."""

    def fgetxattr(self, fd: _Fd, name: str = ..., xdata: _XData = ...) -> Reply:
        """Get extended attributes of an open object."""

    def fremovexattr(self, fd: _Fd, name: str = ..., xdata: _XData = ...) -> Reply:
        """Remove an extended attribute of an open object."""

    def lk(self, fd: _Fd, cmd: int = ..., lock: Lock = ..., xdata: _XData = ..., *, flags: int = ...) -> Reply:
        """Get, set or wait for a byte-range lock or a flock(2)."""

    def inodelk(self, volume: str, loc: _Loc, cmd: int = ..., lock: Lock = ..., xdata: _XData = ...) -> Reply:
        """Lock an inode between translators."""

    def finodelk(self, volume: str, fd: _Fd, cmd: int = ..., lock: Lock = ..., xdata: _XData = ...) -> Reply:
        """Lock an open inode between translators."""

    def entrylk(self, volume: str, loc: _Loc, basename: str = ..., cmd: int = ..., type: int = ..., xdata: _XData = ...) -> Reply:
        """Lock a name in a directory between translators."""

    def fentrylk(self, volume: str, fd: _Fd, basename: str = ..., cmd: int = ..., type: int = ..., xdata: _XData = ...) -> Reply:
        """Lock a name in an open directory between translators."""

    def xattrop(self, loc: _Loc, flags: int = ..., dict: _XData = ..., xdata: _XData = ...) -> Reply:
        """Change counters in extended attributes atomically."""

    def fxattrop(self, fd: _Fd, flags: int = ..., dict: _XData = ..., xdata: _XData = ...) -> Reply:
        """Change counters in extended attributes of an open object atomically."""

    def fallocate(self, fd: _Fd, keep_size: int = ..., offset: int = ..., len: int = ..., xdata: _XData = ...) -> Reply:
        """Allocate space for an open file."""

    def discard(self, fd: _Fd, offset: int = ..., len: int = ..., xdata: _XData = ...) -> Reply:
        """Punch a hole into an open file."""

    def zerofill(self, fd: _Fd, offset: int = ..., len: int = ..., xdata: _XData = ..., *, keep_size: int = ...) -> Reply:
        """Fill a range of an open file with zeros."""

    def seek(self, fd: _Fd, offset: int = ..., what: int = ..., xdata: _XData = ...) -> Reply:
        """Find the next data or hole in an open file."""

    def copy_file_range(self, fd_in: _Fd, off_in: int = ..., fd_out: _Fd = ..., off_out: int = ..., len: int = ..., flags: int = ..., xdata: _XData = ...) -> Reply:
        """Copy a range from one open file to another."""

    def rchecksum(self, fd: _Fd, offset: int = ..., len: int = ..., xdata: _XData = ...) -> Reply:
        """Get a weak and a strong checksum of a range."""

    def lease(self, loc: _Loc, lease: Lease = ..., xdata: _XData = ...) -> Reply:
        """Take, give back or ask for a lease."""

    def getactivelk(self, loc: _Loc, xdata: _XData = ...) -> Reply:
        """List the locks that are held on an object."""

    def setactivelk(self, loc: _Loc, locklist: List[Lock] = ..., xdata: _XData = ...) -> Reply:
        """Take over a list of locks."""

    def ipc(self, op: int = ..., xdata: _XData = ...) -> Reply:
        """Send a message to a translator further down."""

    def put(self, loc: _Loc, mode: int = ..., umask: int = ..., flags: int = ..., vector: _Data = ..., off: int = ..., dict: _XData = ..., xdata: _XData = ...) -> Reply:
        """Make a file with content and attributes in one step."""

    def icreate(self, loc: _Loc, mode: int = ..., xdata: _XData = ...) -> Reply:
        """Make an inode without a name."""

    def namelink(self, loc: _Loc, xdata: _XData = ...) -> Reply:
        """Give a name to an inode without one."""

    def getspec(self, key: str = ..., flags: int = ...) -> Reply:
        """Fetch a volume file from a management server."""

    def tmpfile(self, loc: _Loc, flags: int = ..., mode: int = ..., umask: int = ..., xdata: _XData = ...) -> Reply:
        """Make a file without a name in a directory, and open it (O_TMPFILE)."""

    def ioctl(self, fd: _Fd, cmd: int = ..., arg: int = ..., flags: int = ..., vector: _Data = ..., size: int = ..., xdata: _XData = ...) -> Reply:
        """Send a device command to an open file."""

    def poll(self, fd: _Fd, events: int = ..., kh: int = ..., xdata: _XData = ...) -> Reply:
        """Ask which events an open file is ready for."""

    def statx(self, loc: _Loc, fd: _Fd, flags: int = ..., mask: int = ..., xdata: _XData = ...) -> Reply:
        """Get the extended attributes of statx(2), birth time among them."""

    def syncfs(self, loc: _Loc, xdata: _XData = ...) -> Reply:
        """Bring the whole filesystem to stable storage."""

    def bmap(self, loc: _Loc, blocksize: int = ..., block: int = ..., xdata: _XData = ...) -> Reply:
        """Map a block of a file to a block of the device."""
