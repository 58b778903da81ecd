package scripttest

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/go-python/gpython/py"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/scripting/engine"
)

// testingModule is what tests may import for the names of types.
const testingModule = "windlass_testing"

// types is the module windlass_testing.
var types = &engine.Module{
	Name: testingModule,
	Doc:  "The types of what a test gets, for annotations.",
	Globals: py.StringDict{
		"Test": testType.Py(), "FakeChild": childType.Py(), "Clock": clockType.Py(),
		"Reply": replyType.Py(), "Call": callType.Py(), "Pending": pendingType.Py(),
	},
}

//go:embed windlass_testing.pyi
var stub string

// Stub returns windlass_testing.pyi, the description of what a test gets, for
// editors and people.
func Stub() string { return stub }

const stubHead = `# Written from the table of fops; UPDATE=1 go test ./scripting/scripttest writes it.
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
`

// makeStub writes the stub.
func makeStub() string {
	var b strings.Builder
	b.WriteString(stubHead)
	for i := range fops.Op(fops.NumOps) {
		row := i.Spec()
		fmt.Fprintf(&b, "\n    def %s(self", i)
		optional := false
		for n, p := range params(i) {
			fmt.Fprintf(&b, ", %s: %s", p.Name, stubType(p))
			optional = optional || n > 0 && !strings.Contains("Loc Loc2 Fd Fd2", p.In) || i == fops.OpGetspec || i == fops.OpIpc
			if optional {
				b.WriteString(" = ...")
			}
		}
		star := false
		for _, p := range row.In {
			if p.Keyword {
				if !star {
					b.WriteString(", *")
					star = true
				}
				fmt.Fprintf(&b, ", %s: %s = ...", p.Name, stubType(p))
			}
		}
		fmt.Fprintf(&b, ") -> Reply:\n        \"\"\"%s\"\"\"\n", row.Doc)
	}
	return b.String()
}

func stubType(p fops.Param) string {
	switch p.Py {
	case "Loc":
		return "_Loc"
	case "Fd":
		return "_Fd"
	case "Dict":
		return "_XData"
	case "Buffer":
		return "_Data"
	}
	return strings.Replace(p.Py, "list[", "List[", 1)
}
