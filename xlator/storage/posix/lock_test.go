package posix

import (
	"os"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"golang.org/x/sys/unix"

	"github.com/windlassfs/windlass/fops"
)

func (c *client) lk(fd *fops.Fd, cmd int32, flags uint32, typ int16, start, length int64) (out fops.Lock, e syscall.Errno) {
	e = c.byFd(fops.OpLk, fd, func(a *fops.Args) {
		a.Cmd, a.Flags = cmd, flags
		a.Lock = fops.Lock{Type: typ, Start: start, Len: length, PID: uint32(c.owner), Owner: c.owner}
	}, func(r *fops.Reply) { out = r.Lock })
	return out, e
}

func (c *client) setlk(fd *fops.Fd, typ int16, start, length int64) syscall.Errno {
	_, e := c.lk(fd, unix.F_SETLK, 0, typ, start, length)
	return e
}

// setlkw waits for a lock on a goroutine of its own.
func (c *client) setlkw(fd *fops.Fd, flags uint32, typ int16) chan syscall.Errno {
	done := make(chan syscall.Errno, 1)
	go func() {
		_, e := c.lk(fd, unix.F_SETLKW, flags, typ, 0, 0)
		done <- e
	}()
	return done
}

func (c *client) waiters(n int) {
	c.t.Helper()
	t := &c.store().locks
	require.Eventually(c.t, func() bool {
		t.mu.Lock()
		defer t.mu.Unlock()
		sum := 0
		for _, l := range t.m {
			sum += len(l.waiters)
		}
		return sum == n
	}, 5*time.Second, time.Millisecond)
}

func still(t *testing.T, ch chan syscall.Errno) {
	t.Helper()
	select {
	case e := <-ch:
		require.Fail(t, "did not wait", "%v", e)
	case <-time.After(20 * time.Millisecond):
	}
}

func TestRangeLocks(t *testing.T) {
	c := serve(t)
	fd, in, _, e := c.create(c.root(), "file", unix.O_RDWR, 0o644)
	require.Zero(t, e)
	a, b := c.withOwner(1), c.withOwner(2)
	fdB := b.mustOpen(in, unix.O_RDWR)
	require.Zero(t, a.setlk(fd, unix.F_WRLCK, 10, 10))
	require.Zero(t, a.setlk(fd, unix.F_WRLCK, 20, 10), "joins the one before")
	require.Equal(t, unix.EAGAIN, b.setlk(fdB, unix.F_RDLCK, 0, 0))
	require.Zero(t, b.setlk(fdB, unix.F_RDLCK, 0, 10))
	got, e := b.lk(fdB, unix.F_GETLK, 0, unix.F_RDLCK, 0, 0)
	require.Zero(t, e)
	require.Equal(t, fops.Lock{Type: unix.F_WRLCK, Start: 10, Len: 20, PID: 1, Owner: 1}, got)
	got, e = b.lk(fdB, unix.F_GETLK, 0, unix.F_WRLCK, 30, 0)
	require.Zero(t, e)
	require.Equal(t, int16(unix.F_UNLCK), got.Type)

	require.Zero(t, a.setlk(fd, unix.F_RDLCK, 14, 2), "a part of it becomes a read lock")
	require.Zero(t, b.setlk(fdB, unix.F_RDLCK, 14, 2))
	require.Equal(t, unix.EAGAIN, a.setlk(fd, unix.F_WRLCK, 14, 2))
	require.Zero(t, b.setlk(fdB, unix.F_UNLCK, 14, 2))
	require.Zero(t, a.setlk(fd, unix.F_WRLCK, 14, 2))
	require.Zero(t, a.setlk(fd, unix.F_UNLCK, 0, 0))
	require.Zero(t, b.setlk(fdB, unix.F_WRLCK, 0, 0))
	got, e = a.lk(fd, unix.F_GETLK, 0, unix.F_RDLCK, 1<<40, 5)
	require.Zero(t, e)
	require.Equal(t, fops.Lock{Type: unix.F_WRLCK, PID: 2, Owner: 2}, got, "Len 0: to the end")

	require.Equal(t, unix.EINVAL, a.setlk(fd, unix.F_WRLCK, -1, 5))
	require.Equal(t, unix.EINVAL, a.setlk(fd, 77, 0, 5))
	_, e = a.lk(fd, 12345, 0, unix.F_RDLCK, 0, 0)
	require.Equal(t, unix.EINVAL, e)

	require.Zero(t, b.byFd(fops.OpFlush, fdB, nil, nil), "close(2) drops the owner's locks")
	require.Zero(t, a.setlk(fd, unix.F_WRLCK, 0, 0))
	c.release(fd)
	require.Zero(t, b.setlk(fdB, unix.F_WRLCK, 0, 0), "so does the last close")
	require.Zero(t, b.setlk(fdB, unix.F_UNLCK, 0, 0))
	require.Zero(t, c.store().locks.active.Load())
}

func TestLocksAreWaitedFor(t *testing.T) {
	for _, flags := range []uint32{0, fops.LkFlock} {
		c := serve(t)
		fd, in, _, e := c.create(c.root(), "file", unix.O_RDWR, 0o644)
		require.Zero(t, e)
		fdB := c.mustOpen(in, unix.O_RDWR)
		a, b := c.withOwner(1), c.withOwner(2)
		lock := func(typ int16) syscall.Errno {
			_, e := a.lk(fd, unix.F_SETLK, flags, typ, 0, 0)
			return e
		}
		require.Zero(t, lock(unix.F_WRLCK))
		_, e = b.lk(fdB, unix.F_SETLK, flags, unix.F_RDLCK, 0, 0)
		require.Equal(t, unix.EAGAIN, e)
		got := b.setlkw(fdB, flags, unix.F_RDLCK)
		still(t, got)
		require.Zero(t, lock(unix.F_RDLCK), "a weaker lock lets readers in")
		require.Zero(t, <-got)

		b.cancel = make(chan struct{})
		got = b.setlkw(fdB, flags, unix.F_WRLCK)
		still(t, got)
		close(b.cancel)
		require.Equal(t, unix.EINTR, <-got)
		c.waiters(0)

		b.cancel = nil
		got = b.setlkw(fdB, flags, unix.F_WRLCK)
		still(t, got)
		c.release(fd)
		require.Zero(t, <-got, "closing the file lets go")
		c.release(fdB)
		require.Zero(t, c.store().locks.active.Load())
	}
}

func TestFlockBelongsToTheOpenFile(t *testing.T) {
	c := serve(t)
	fd, in, _, e := c.create(c.root(), "file", unix.O_RDWR, 0o644)
	require.Zero(t, e)
	fd2 := c.mustOpen(in, unix.O_RDONLY)
	_, e = c.lk(fd, unix.F_SETLK, fops.LkFlock, unix.F_WRLCK, 0, 0)
	require.Zero(t, e)
	_, e = c.lk(fd2, unix.F_SETLK, fops.LkFlock, unix.F_WRLCK, 0, 0)
	require.Equal(t, unix.EAGAIN, e, "the same process, another open file")
	require.Zero(t, c.withOwner(5).setlk(fd2, unix.F_RDLCK, 0, 0), "the two kinds do not meet")
	require.Zero(t, c.byFd(fops.OpFlush, fd, nil, nil))
	_, e = c.lk(fd2, unix.F_SETLK, fops.LkFlock, unix.F_WRLCK, 0, 0)
	require.Equal(t, unix.EAGAIN, e, "flush leaves it")
	_, e = c.lk(fd, unix.F_SETLK, fops.LkFlock, unix.F_UNLCK, 0, 0)
	require.Zero(t, e)
	_, e = c.lk(fd2, unix.F_SETLK, fops.LkFlock, unix.F_WRLCK, 0, 0)
	require.Zero(t, e)
	_, e = c.lk(fd2, unix.F_SETLK, fops.LkFlock, 9, 0, 0)
	require.Equal(t, unix.EINVAL, e)
}

func TestDeadlock(t *testing.T) {
	c := serve(t)
	fd1, in1, _, e := c.create(c.root(), "one", unix.O_RDWR, 0o644)
	require.Zero(t, e)
	fd2, _, _, e := c.create(c.root(), "two", unix.O_RDWR, 0o644)
	require.Zero(t, e)
	fd1b := c.mustOpen(in1, unix.O_RDWR)
	a, b := c.withOwner(1), c.withOwner(2)
	require.Zero(t, a.setlk(fd1, unix.F_WRLCK, 0, 0))
	require.Zero(t, b.setlk(fd2, unix.F_WRLCK, 0, 0))
	got := a.setlkw(fd2, 0, unix.F_WRLCK)
	still(t, got)
	require.Equal(t, unix.EDEADLK, <-b.setlkw(fd1b, 0, unix.F_WRLCK))
	require.Zero(t, b.byFd(fops.OpFlush, fd2, nil, nil))
	require.Zero(t, <-got)
}

// TestLocksOfOutsiders: programs that work on the backing file see the locks
// of the mount, and the mount sees theirs.
func TestLocksOfOutsiders(t *testing.T) {
	c := serve(t)
	fd, _, _, e := c.create(c.root(), "file", unix.O_RDWR, 0o644)
	require.Zero(t, e)
	out, err := os.OpenFile(c.path("file"), os.O_RDWR, 0)
	require.NoError(t, err)
	defer out.Close()
	outside := func(typ int16, start, length int64) error {
		return unix.FcntlFlock(out.Fd(), unix.F_OFD_SETLK, &unix.Flock_t{Type: typ, Start: start, Len: length})
	}
	a, b := c.withOwner(1), c.withOwner(2)
	require.Zero(t, a.setlk(fd, unix.F_RDLCK, 0, 100))
	require.Zero(t, b.setlk(fd, unix.F_RDLCK, 50, 100))
	require.Equal(t, unix.EAGAIN, outside(unix.F_WRLCK, 120, 1))
	require.NoError(t, outside(unix.F_WRLCK, 150, 50))
	require.Equal(t, unix.EAGAIN, a.setlk(fd, unix.F_RDLCK, 0, 160))
	got, e := a.lk(fd, unix.F_GETLK, 0, unix.F_RDLCK, 140, 100)
	require.Zero(t, e)
	require.Equal(t, fops.Lock{Type: unix.F_WRLCK, Start: 150, Len: 50}, got)
	require.Zero(t, a.setlk(fd, unix.F_UNLCK, 0, 0))
	require.NoError(t, outside(unix.F_WRLCK, 0, 50))
	require.Equal(t, unix.EAGAIN, outside(unix.F_WRLCK, 60, 1), "the other owner's is still there")
	wait := a.setlkw(fd, 0, unix.F_WRLCK)
	still(t, wait)
	require.Zero(t, b.byFd(fops.OpFlush, fd, nil, nil))
	still(t, wait)
	require.NoError(t, outside(unix.F_UNLCK, 0, 0))
	require.Zero(t, <-wait)
	require.Equal(t, unix.EAGAIN, outside(unix.F_RDLCK, 1<<40, 1))

	require.NoError(t, unix.Flock(int(out.Fd()), unix.LOCK_EX))
	wait = a.setlkw(fd, fops.LkFlock, unix.F_RDLCK)
	still(t, wait)
	require.NoError(t, unix.Flock(int(out.Fd()), unix.LOCK_UN))
	require.Zero(t, <-wait)
}

func TestLocksThatAreNotShared(t *testing.T) {
	c := serve(t, "share-locks", "off")
	fd, _, _, e := c.create(c.root(), "file", unix.O_RDWR, 0o644)
	require.Zero(t, e)
	out, err := os.OpenFile(c.path("file"), os.O_RDWR, 0)
	require.NoError(t, err)
	defer out.Close()
	require.NoError(t, unix.FcntlFlock(out.Fd(), unix.F_OFD_SETLK, &unix.Flock_t{Type: unix.F_WRLCK}))
	require.Zero(t, c.setlk(fd, unix.F_WRLCK, 0, 0))
	require.Equal(t, unix.EAGAIN, c.withOwner(9).setlk(fd, unix.F_WRLCK, 0, 0))
}

func TestSum(t *testing.T) {
	lock := func(typ int16, start, end int64) rangeLock { return rangeLock{typ: typ, start: start, end: end} }
	r, w, u := int16(unix.F_RDLCK), int16(unix.F_WRLCK), int16(unix.F_UNLCK)
	const top = 1<<63 - 1
	for _, tc := range []struct{ held, want []rangeLock }{
		{nil, []rangeLock{lock(u, 0, top)}},
		{[]rangeLock{lock(w, 0, top)}, []rangeLock{lock(w, 0, top)}},
		{[]rangeLock{lock(r, 0, 9), lock(r, 5, 20)}, []rangeLock{lock(r, 0, 20), lock(u, 21, top)}},
		{[]rangeLock{lock(w, 5, 5), lock(r, 6, top)}, []rangeLock{lock(u, 0, 4), lock(w, 5, 5), lock(r, 6, top)}},
	} {
		require.Equal(t, tc.want, sum(tc.held, 0, top))
	}
}
