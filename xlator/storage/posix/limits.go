package posix

import (
	"math"
	"os"
	"strconv"
	"strings"
	"syscall"
	"time"

	"golang.org/x/sys/unix"
)

// raiseFileLimit lets the process have as many files open as it may: there is
// one for each inode that the kernel knows. It returns how many that are.
func raiseFileLimit() int64 {
	raise()
	var have unix.Rlimit
	if unix.Getrlimit(unix.RLIMIT_NOFILE, &have) != nil || have.Cur > math.MaxInt64 {
		return math.MaxInt64
	}
	return int64(have.Cur)
}

func raise() {
	var have unix.Rlimit
	if unix.Getrlimit(unix.RLIMIT_NOFILE, &have) != nil {
		return
	}
	want := have
	if most := nrOpen(); unix.Geteuid() == 0 && want.Max < most {
		want.Max = most
	}
	want.Cur = want.Max
	if want == have {
		return
	}
	if unix.Setrlimit(unix.RLIMIT_NOFILE, &want) != nil && have.Cur < have.Max {
		have.Cur = have.Max
		_ = unix.Setrlimit(unix.RLIMIT_NOFILE, &have)
	}
}

// logPause is the least time between two messages of the same kind.
const logPause = time.Minute

// tooMany returns e, and says what to do if it means that there are too many
// files open.
func (s *store) tooMany(e syscall.Errno) syscall.Errno {
	if e != unix.EMFILE && e != unix.ENFILE {
		return e
	}
	s.node.Graph().Kernel().Shrink()
	now, last := time.Now().Unix(), s.lastLog.Load()
	if last != 0 && now-last < int64(logPause/time.Second) || !s.lastLog.CompareAndSwap(last, now) {
		return e
	}
	var limit unix.Rlimit
	_ = unix.Getrlimit(unix.RLIMIT_NOFILE, &limit)
	s.node.Log.Error("too many open files: requests fail until the kernel forgets some inodes",
		"error", e, "limit", limit.Cur, "handles", s.handles.Load(),
		"hint", "raise the limit of open files (LimitNOFILE= in the unit, or ulimit -n; system-wide fs.nr_open and fs.file-max)")
	return e
}

// nrOpen is the most files that the machine lets a process have, 0 if it does
// not say.
func nrOpen() uint64 {
	b, err := os.ReadFile("/proc/sys/fs/nr_open")
	if err != nil {
		return 0
	}
	n, err := strconv.ParseUint(strings.TrimSpace(string(b)), 10, 64)
	if err != nil {
		return 0
	}
	return n
}
