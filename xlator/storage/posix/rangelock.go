package posix

import (
	"math"
	"slices"
	"syscall"

	"golang.org/x/sys/unix"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/xlator"
)

// A rangeLock is a fcntl(2) lock on the bytes from start to end, both
// included, or the wish for one.
type rangeLock struct {
	start, end int64
	owner      uint64
	pid        uint32
	typ        int16
	file       *file // through which it came
}

func newRangeLock(f *xlator.Frame, a *fops.Args, fl *file) (rangeLock, syscall.Errno) {
	k := &a.Lock
	r := rangeLock{start: k.Start, end: math.MaxInt64, owner: k.Owner, pid: k.PID, typ: k.Type, file: fl}
	if r.owner == 0 {
		r.owner = f.Root().LkOwner
	}
	if k.Len != 0 {
		r.end = k.Start + k.Len - 1
	}
	switch {
	case k.Start < 0 || k.Len < 0:
		return r, unix.EINVAL
	case r.end < r.start:
		return r, unix.EOVERFLOW
	case k.Type != unix.F_RDLCK && k.Type != unix.F_WRLCK && (k.Type != unix.F_UNLCK || a.Cmd == unix.F_GETLK):
		return r, unix.EINVAL
	}
	return r, 0
}

func (r *rangeLock) conflicts(o *rangeLock) bool {
	return r.owner != o.owner && r.start <= o.end && o.start <= r.end && (r.typ == unix.F_WRLCK || o.typ == unix.F_WRLCK)
}

// conflict returns the first lock that is in the way of r, nil if none is.
func (l *fileLocks) conflict(r *rangeLock) (found *rangeLock) {
	for i := range l.held {
		if h := &l.held[i]; r.conflicts(h) && (found == nil || h.start < found.start) {
			found = h
		}
	}
	return found
}

// with returns what is held once r is carried out: r replaces what its owner
// has in that range, and joins what touches it and is of the same type.
func (l *fileLocks) with(r rangeLock) []rangeLock {
	out := make([]rangeLock, 0, len(l.held)+2)
	for _, h := range l.held {
		touches := h.start <= r.end && r.start <= h.end
		if r.typ == h.typ && !touches {
			touches = r.end != math.MaxInt64 && h.start == r.end+1 || h.end != math.MaxInt64 && r.start == h.end+1
		}
		switch {
		case h.owner != r.owner || !touches:
			out = append(out, h)
		case h.typ == r.typ:
			r.start, r.end = min(r.start, h.start), max(r.end, h.end)
		default:
			if h.start < r.start {
				left := h
				left.end = r.start - 1
				out = append(out, left)
			}
			if h.end > r.end {
				right := h
				right.start = r.end + 1
				out = append(out, right)
			}
		}
	}
	if r.typ != unix.F_UNLCK {
		out = append(out, r)
	}
	return out
}

// set carries out F_SETLK. It says EAGAIN if somebody is in the way, and for a
// waiter EDEADLK if that somebody waits, directly or not, for the same owner.
func (t *lockTable) set(fl *file, r *rangeLock, w *waiter) syscall.Errno {
	t.mu.Lock()
	defer t.mu.Unlock()
	if fl.closed.Load() {
		return unix.EBADF
	}
	l := t.get(fl.gfid)
	defer t.put(fl.gfid, l)
	if r.typ != unix.F_UNLCK {
		if c := l.conflict(r); c != nil {
			if w != nil {
				if t.deadlock(r.owner, c.owner) {
					return unix.EDEADLK
				}
				t.waits[r.owner] = c.owner
			}
			l.join(w, unix.EAGAIN)
			return unix.EAGAIN
		}
	}
	after := l.with(*r)
	if e := t.apply(l, after, r.start, r.end); e != 0 {
		// An outsider is in the way: put back what was there.
		_ = t.apply(l, l.held, r.start, r.end)
		delete(t.waits, r.owner)
		l.join(w, e)
		return e
	}
	l.held = after
	delete(t.waits, r.owner)
	if r.typ != unix.F_WRLCK {
		l.wake() // something may have been given back
	}
	return 0
}

// maxChain bounds the search for a deadlock.
const maxChain = 64

// deadlock reports whether holder waits for owner.
func (t *lockTable) deadlock(owner, holder uint64) bool {
	for range maxChain {
		next, ok := t.waits[holder]
		if !ok {
			return false
		}
		if next == owner {
			return true
		}
		holder = next
	}
	return false
}

// test carries out F_GETLK: out becomes the lock that is in the way of r, and
// F_UNLCK if none is.
func (t *lockTable) test(fl *file, r *rangeLock, out *fops.Lock) {
	t.mu.Lock()
	defer t.mu.Unlock()
	l := t.get(fl.gfid)
	defer t.put(fl.gfid, l)
	if c := l.conflict(r); c != nil {
		*out = fops.Lock{Type: c.typ, Start: c.start, PID: c.pid, Owner: c.owner}
		if c.end != math.MaxInt64 {
			out.Len = c.end - c.start + 1
		}
		return
	}
	out.Type = unix.F_UNLCK
	if fd := t.backing(l, fl); fd >= 0 {
		k := r.flock()
		if unix.FcntlFlock(uintptr(fd), unix.F_OFD_GETLK, &k) == nil && k.Type != unix.F_UNLCK {
			// An open-file-description lock belongs to no process: -1.
			*out = fops.Lock{Type: k.Type, Start: k.Start, Len: k.Len, PID: uint32(max(k.Pid, 0))}
		}
	}
}

func (r *rangeLock) flock() unix.Flock_t {
	k := unix.Flock_t{Type: r.typ, Whence: unix.SEEK_SET, Start: r.start}
	if r.end != math.MaxInt64 {
		k.Len = r.end - r.start + 1
	}
	return k
}

// backing returns the descriptor that has the sum of a file's locks, -1 if
// locks are not shared with outsiders. One for all owners keeps them out of
// each other's way there.
func (t *lockTable) backing(l *fileLocks, fl *file) int {
	if !t.share || l.fd >= 0 {
		return l.fd
	}
	fd, e := t.store.openProc(fl.fd, unix.O_RDWR)
	if e == unix.EACCES || e == unix.EROFS || e == unix.ETXTBSY || e == unix.EPERM {
		fd, e = t.store.openProc(fl.fd, unix.O_RDONLY)
	}
	if t.store.tooMany(e) != 0 {
		return -1
	}
	l.fd = fd
	return fd
}

// apply makes the locks on the backing file, between start and end, the sum of
// held. It fails only if an outsider is in the way; where the filesystem has
// no such locks, outsiders are not looked after.
func (t *lockTable) apply(l *fileLocks, held []rangeLock, start, end int64) syscall.Errno {
	if !t.share {
		return 0
	}
	fd := l.fd
	if fd < 0 {
		if len(held) == 0 {
			return 0
		}
		if fd = t.backing(l, held[len(held)-1].file); fd < 0 {
			return 0
		}
	}
	for _, seg := range sum(held, start, end) {
		k := seg.flock()
		err := unix.FcntlFlock(uintptr(fd), unix.F_OFD_SETLK, &k)
		if err == unix.EAGAIN || err == unix.EACCES { //nolint:errorlint // bare
			return unix.EAGAIN
		}
	}
	return 0
}

// sum divides the bytes from start to end into pieces, each with the strongest
// type that anybody holds on it.
func sum(held []rangeLock, start, end int64) []rangeLock {
	cuts := []int64{start}
	for _, h := range held {
		if h.start > start && h.start <= end {
			cuts = append(cuts, h.start)
		}
		if h.end >= start && h.end < end {
			cuts = append(cuts, h.end+1)
		}
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	var out []rangeLock
	for i, from := range cuts {
		to := end
		if i+1 < len(cuts) {
			to = cuts[i+1] - 1
		}
		typ := int16(unix.F_UNLCK)
		for _, h := range held {
			if h.start <= from && from <= h.end && (typ == unix.F_UNLCK || h.typ == unix.F_WRLCK) {
				typ = h.typ
			}
		}
		if n := len(out); n > 0 && out[n-1].typ == typ {
			out[n-1].end = to
			continue
		}
		out = append(out, rangeLock{start: from, end: to, typ: typ})
	}
	return out
}
