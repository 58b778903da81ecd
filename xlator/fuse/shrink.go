package fuse

import (
	"errors"
	"log/slog"
	"strings"
	"sync"
	"time"
	"unsafe"

	"golang.org/x/sys/unix"
)

// shrinker has the kernel give up the names of a mount that nobody uses. FUSE
// has no word for that, but each reconfiguration of a filesystem, also one that
// changes nothing, begins with it.
type shrinker struct {
	log     *slog.Logger
	running sync.WaitGroup

	mu         sync.Mutex // guards the rest
	mountpoint string     // empty where shrinking does not work
	dev        uint64     // the mount's, in case another hides it
	busy       bool
	next       time.Time // not before
}

// Between two attempts there is a pause, because what is in use does not go
// however often one asks: at least shrinkPause, and twice as long as the last
// attempt took.
const shrinkPause = 100 * time.Millisecond

func (s *shrinker) enable(mountpoint string, log *slog.Logger) {
	if strings.HasPrefix(mountpoint, "/dev/fd/") {
		return
	}
	dev, err := deviceOf(mountpoint)
	if err != nil {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.mountpoint, s.dev, s.log = mountpoint, dev, log
}

// disable waits for an attempt that is under way.
func (s *shrinker) disable() {
	s.mu.Lock()
	s.mountpoint = ""
	s.mu.Unlock()
	s.running.Wait()
}

// Shrink implements xlator.Kernel.
func (s *shrinker) Shrink() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.mountpoint == "" || s.busy || time.Now().Before(s.next) {
		return
	}
	s.busy = true
	mountpoint, dev := s.mountpoint, s.dev
	s.running.Go(func() {
		began := time.Now()
		err := shrink(mountpoint, dev)
		s.mu.Lock()
		defer s.mu.Unlock()
		now := time.Now()
		s.busy, s.next = false, now.Add(max(shrinkPause, 2*now.Sub(began)))
		if err != nil && s.mountpoint != "" {
			s.mountpoint = ""
			s.log.Debug("the kernel cannot be made to forget what nobody uses", "error", err)
		}
	})
}

// deviceOf returns the device number of what is mounted on a directory,
// without asking its server.
func deviceOf(dir string) (uint64, error) {
	var st unix.Statx_t
	err := unix.Statx(unix.AT_FDCWD, dir, unix.AT_STATX_DONT_SYNC|unix.AT_NO_AUTOMOUNT, 0, &st)
	return unix.Mkdev(st.Dev_major, st.Dev_minor), err
}

func shrink(mountpoint string, dev uint64) error {
	const (
		cloexec, noAutomount = 1, 4 // FSPICK_*
		reconfigure          = 7    // FSCONFIG_CMD_RECONFIGURE
	)
	if now, err := deviceOf(mountpoint); err != nil || now != dev {
		return errors.Join(errors.New("the mount is not where it was"), err)
	}
	path, err := unix.BytePtrFromString(mountpoint)
	if err != nil {
		return err
	}
	at := unix.AT_FDCWD
	fd, _, e := unix.Syscall(unix.SYS_FSPICK, uintptr(at), uintptr(unsafe.Pointer(path)), cloexec|noAutomount)
	if e != 0 {
		return e
	}
	defer unix.Close(int(fd))
	if _, _, e = unix.Syscall6(unix.SYS_FSCONFIG, fd, reconfigure, 0, 0, 0, 0); e != 0 {
		return e
	}
	return nil
}
