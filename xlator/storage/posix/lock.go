package posix

import (
	"math"
	"sync"
	"sync/atomic"
	"syscall"
	"time"

	"golang.org/x/sys/unix"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/xlator"
)

// A lockTable has the locks of a mount: fcntl(2) locks by range and owner, and
// who waits for any kind of lock. flock(2) locks need no list: each open file
// has its own descriptor, so the kernel's own flock tells them apart.
type lockTable struct {
	store *store
	share bool
	ended chan struct{} // closed at the end: nobody waits any more

	// active is the number of files in m, so that a close looks no further
	// where nobody uses locks.
	active atomic.Int64

	mu sync.Mutex // guards the rest; lock-related system calls are made under it
	m  map[fops.GFID]*fileLocks
	// waits has for each owner that waits for a fcntl(2) lock the owner that
	// it waits for.
	waits map[uint64]uint64
}

// fileLocks are the locks of one file, as long as there are any.
type fileLocks struct {
	held    []rangeLock // in no order; those of one owner do not overlap
	flocks  map[*file]struct{}
	waiters map[*waiter]struct{}
	// fd has the sum of held as locks on the backing file; -1 until needed.
	fd int
}

// A waiter is a request that waits for a lock. For a fcntl(2) lock it knows
// its owner and the table's waits, in which that owner stands.
type waiter struct {
	wake  chan struct{}
	owner uint64
	waits map[uint64]uint64
}

func (t *lockTable) init(s *store, share bool) {
	t.store, t.share = s, share
	t.ended = make(chan struct{})
	t.m = make(map[fops.GFID]*fileLocks)
	t.waits = make(map[uint64]uint64)
}

// get returns the locks of a file. The table is locked; each get is followed
// by a put before it is unlocked.
func (t *lockTable) get(g fops.GFID) *fileLocks {
	l := t.m[g]
	if l == nil {
		l = &fileLocks{flocks: make(map[*file]struct{}), waiters: make(map[*waiter]struct{}), fd: -1}
		t.m[g] = l
		t.active.Add(1)
	}
	return l
}

// put ends the use of what get returned.
func (t *lockTable) put(g fops.GFID, l *fileLocks) {
	if len(l.held) > 0 || len(l.flocks) > 0 || len(l.waiters) > 0 {
		return
	}
	if l.fd >= 0 {
		_ = unix.Close(l.fd)
	}
	delete(t.m, g)
	t.active.Add(-1)
}

// wake has all waiters try again. Until one has, nobody knows whom it waits
// for: what was noted may be over, and would look like a deadlock.
func (l *fileLocks) wake() {
	for w := range l.waiters {
		delete(w.waits, w.owner)
		select {
		case w.wake <- struct{}{}:
		default:
		}
	}
}

// lk is the handler of lk. It never waits itself: a lock that is not free is
// waited for on a goroutine of its own.
func (s *store) lk(f *xlator.Frame, a *fops.Args) {
	fl, e := s.fileOf(a.Fd)
	if e != 0 {
		f.Fail(e)
		return
	}
	var try func(w *waiter) syscall.Errno
	owner := uint64(0)
	r := f.NewReply(fops.OpLk)
	r.Lock = a.Lock
	if a.Flags&fops.LkFlock != 0 {
		try = func(w *waiter) syscall.Errno { return s.locks.flock(fl, a.Lock.Type, w) }
	} else {
		req, e := newRangeLock(f, a, fl)
		if e != 0 {
			fl.drop()
			f.Fail(e)
			return
		}
		owner = req.owner
		if a.Cmd == unix.F_GETLK {
			s.locks.test(fl, &req, &r.Lock)
			fl.drop()
			f.Unwind(r)
			return
		}
		try = func(w *waiter) syscall.Errno { return s.locks.set(fl, &req, w) }
	}
	w := (*waiter)(nil)
	switch a.Cmd {
	case unix.F_SETLK:
	case unix.F_SETLKW:
		w = &waiter{wake: make(chan struct{}, 1)}
		if a.Flags&fops.LkFlock == 0 {
			w.owner, w.waits = owner, s.locks.waits
		}
	default:
		fl.drop()
		f.Fail(unix.EINVAL)
		return
	}
	e = try(w)
	if e != unix.EAGAIN || w == nil {
		fl.drop()
		s.answerLock(f, r, e)
		return
	}
	f.Hold()
	go func() {
		e := s.locks.wait(f, fl, owner, w, try)
		fl.drop() // before the answer, behind which the mount may end
		s.answerLock(f, r, e)
		f.Drop()
	}()
}

func (s *store) answerLock(f *xlator.Frame, r *fops.Reply, e syscall.Errno) {
	if e != 0 {
		r.Fail(e)
	}
	f.Unwind(r)
}

// An outsider's lock makes no noise when it goes, so waiters ask again, at
// first soon and then less often.
const (
	firstPoll = 2 * time.Millisecond
	lastPoll  = 200 * time.Millisecond
)

// wait tries again whenever a lock of the file has gone, until try does not
// say EAGAIN, the caller is interrupted or the mount ends.
func (t *lockTable) wait(f *xlator.Frame, fl *file, owner uint64, w *waiter, try func(*waiter) syscall.Errno) syscall.Errno {
	defer func() {
		t.mu.Lock()
		l := t.get(fl.gfid)
		delete(l.waiters, w)
		delete(t.waits, owner)
		t.put(fl.gfid, l)
		t.mu.Unlock()
	}()
	pause := firstPoll
	timer := time.NewTimer(pause)
	defer timer.Stop()
	for {
		select {
		case <-w.wake:
		case <-timer.C:
			pause = min(2*pause, lastPoll)
			timer.Reset(pause)
		case <-f.Done():
			return unix.EINTR
		case <-t.ended:
			return unix.EINTR
		}
		if e := try(w); e != unix.EAGAIN {
			return e
		}
	}
}

// flock takes, changes or drops a flock(2). With a waiter that is new to the
// file it is noted, so that no release in between is missed.
func (t *lockTable) flock(fl *file, typ int16, w *waiter) syscall.Errno {
	how := unix.LOCK_NB
	switch typ {
	case unix.F_RDLCK:
		how |= unix.LOCK_SH
	case unix.F_WRLCK:
		how |= unix.LOCK_EX
	case unix.F_UNLCK:
		how |= unix.LOCK_UN
	default:
		return unix.EINVAL
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	if fl.closed.Load() {
		return unix.EBADF
	}
	l := t.get(fl.gfid)
	defer t.put(fl.gfid, l)
	_, had := l.flocks[fl]
	e := errnoOf(unix.Flock(fl.fd, how))
	switch {
	case e == 0 && typ != unix.F_UNLCK:
		l.flocks[fl] = struct{}{}
	case e == 0 || e == unix.EAGAIN:
		// A change of kind that fails has lost the lock, as flock(2) says.
		delete(l.flocks, fl)
	}
	if had && (e == unix.EAGAIN || typ != unix.F_WRLCK) {
		l.wake()
	}
	l.join(w, e)
	return e
}

// join notes who has to wait.
func (l *fileLocks) join(w *waiter, e syscall.Errno) {
	if w != nil && e == unix.EAGAIN {
		l.waiters[w] = struct{}{}
	}
}

// closed takes back what was locked through an open file. Its flock goes with
// the descriptor, which others may still be using: so it is taken back here.
func (t *lockTable) closed(fl *file) {
	if t.active.Load() == 0 {
		return
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	l := t.m[fl.gfid]
	if l == nil {
		return
	}
	if _, had := l.flocks[fl]; had {
		if fl.acquire() {
			_ = unix.Flock(fl.fd, unix.LOCK_UN)
			fl.drop()
		}
		delete(l.flocks, fl)
	}
	t.dropRanges(fl.gfid, l, func(h *rangeLock) bool { return h.file == fl })
}

// flushed takes back an owner's fcntl(2) locks on a file: that is what close(2)
// does to them, whichever of its descriptors is closed.
func (t *lockTable) flushed(g fops.GFID, owner uint64) {
	if t.active.Load() == 0 {
		return
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	if l := t.m[g]; l != nil {
		t.dropRanges(g, l, func(h *rangeLock) bool { return h.owner == owner })
	}
}

// dropRanges takes back the ranges for which gone says so.
func (t *lockTable) dropRanges(g fops.GFID, l *fileLocks, gone func(*rangeLock) bool) {
	var kept []rangeLock
	for i := range l.held {
		if !gone(&l.held[i]) {
			kept = append(kept, l.held[i])
		}
	}
	if len(kept) < len(l.held) {
		l.held = kept
		t.apply(l, kept, 0, math.MaxInt64)
	}
	l.wake()
	t.put(g, l)
}

// stop ends all waiting, and drops what is locked on backing files.
func (t *lockTable) stop() {
	t.mu.Lock()
	defer t.mu.Unlock()
	select {
	case <-t.ended:
		return
	default:
	}
	close(t.ended)
	for g, l := range t.m {
		l.held = nil
		clear(l.flocks)
		if l.fd >= 0 {
			_ = unix.Close(l.fd)
			l.fd = -1
		}
		t.put(g, l)
	}
}

func (t *lockTable) dump(add func(key string, value any)) {
	t.mu.Lock()
	defer t.mu.Unlock()
	var ranges, flocks, waiters int
	for _, l := range t.m {
		ranges += len(l.held)
		flocks += len(l.flocks)
		waiters += len(l.waiters)
	}
	add("locked-files", len(t.m))
	add("locked-ranges", ranges)
	add("flocks", flocks)
	add("lock-waiters", waiters)
}
