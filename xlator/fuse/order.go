package fuse

import (
	"slices"
	"sync"
	"sync/atomic"
	"time"

	gofuse "github.com/hanwen/go-fuse/v2/fuse"
)

// order keeps a READ from overtaking a WRITE of the same bytes that the kernel
// has sent before it.
//
// The kernel changes a cached page first and sends the WRITE then; the page is
// not locked meanwhile. If it is dropped while the WRITE is under way (another
// open of the file does that, or a new mtime) and asked for again, a READ that
// is served before the WRITE brings the old data back, as a page that counts as
// current. A later GETATTR does not mend it: filesystems change a file's mtime
// before its data, so the kernel may have seen the newest mtime already. To a
// database that is a lost transaction.
//
// Requests are numbered in the order in which the kernel sends them. A READ
// waits for each WRITE of its bytes with a smaller number that is known here.
// One that becomes known only afterwards, since the goroutine that took it from
// the device was held up, finds that it has been overtaken, and has the kernel
// drop those pages once it is carried out.
type order struct {
	// pending is the number of writes under way, so that a read looks no
	// further where there are none.
	pending atomic.Int32
	// latest has the number of the newest read that has begun, by inode; inodes
	// share a place, which may cost a page that was current.
	latest [1024]atomic.Uint64
	shards [64]orderShard
}

type orderShard struct {
	mu     sync.Mutex // held for a few instructions
	writes []pendingWrite
	_      [32]byte // keeps the locks of two shards off one cache line
}

// A pendingWrite is a WRITE of the bytes from off to before end.
type pendingWrite struct {
	inode, unique uint64
	off, end      int64
	// over is closed when the write is over; nil as long as nobody waits.
	over chan struct{}
	// overtaken is set when a later read did not wait, or no longer.
	overtaken bool
}

// maxOrderWait bounds the wait of a read: a translator may keep a write for
// long, even until somebody reads.
const maxOrderWait = time.Second

func (o *order) shard(inode uint64) *orderShard { return &o.shards[inode%uint64(len(o.shards))] }

// beginRead returns when no earlier write of these bytes is under way; EINTR if
// the caller gave up.
func (o *order) beginRead(inode, unique uint64, off, size int64, cancel <-chan struct{}) gofuse.Status {
	latest := &o.latest[inode%uint64(len(o.latest))]
	for {
		old := latest.Load()
		if old >= unique || latest.CompareAndSwap(old, unique) {
			break
		}
	}
	if o.pending.Load() == 0 {
		return gofuse.OK
	}
	var expired <-chan time.Time
	for s := o.shard(inode); ; {
		over := s.wait(inode, unique, off, off+size)
		if over == nil {
			return gofuse.OK
		}
		if expired == nil {
			t := time.NewTimer(maxOrderWait)
			defer t.Stop()
			expired = t.C
		}
		select {
		case <-over:
		case <-cancel:
			return gofuse.EINTR
		case <-expired:
			s.overtake(inode, unique, off, off+size)
			return gofuse.OK
		}
	}
}

// earlier reports whether w has to be over before a read.
func (w *pendingWrite) earlier(inode, unique uint64, off, end int64) bool {
	return w.inode == inode && w.unique < unique && w.off < end && off < w.end
}

// wait returns a channel that is closed when a write that is in the way is over;
// nil if none is.
func (s *orderShard) wait(inode, unique uint64, off, end int64) <-chan struct{} {
	s.mu.Lock()
	defer s.mu.Unlock()
	for i := range s.writes {
		if w := &s.writes[i]; w.earlier(inode, unique, off, end) {
			if w.over == nil {
				w.over = make(chan struct{})
			}
			return w.over
		}
	}
	return nil
}

// overtake notes that a read goes ahead of the writes in its way.
func (s *orderShard) overtake(inode, unique uint64, off, end int64) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for i := range s.writes {
		if w := &s.writes[i]; w.earlier(inode, unique, off, end) {
			w.overtaken = true
		}
	}
}

// beginWrite notes a write; endWrite must follow.
func (o *order) beginWrite(inode, unique uint64, off, size int64) {
	s := o.shard(inode)
	s.mu.Lock()
	s.writes = append(s.writes, pendingWrite{inode: inode, unique: unique, off: off, end: off + size})
	at := len(s.writes) - 1
	o.pending.Add(1)
	// A read that has begun and has not seen this write has left its number.
	s.writes[at].overtaken = o.latest[inode%uint64(len(o.latest))].Load() > unique
	s.mu.Unlock()
}

// endWrite reports whether a read may have overtaken the write.
func (o *order) endWrite(inode, unique uint64) (overtaken bool) {
	s := o.shard(inode)
	s.mu.Lock()
	defer s.mu.Unlock()
	at := slices.IndexFunc(s.writes, func(w pendingWrite) bool { return w.unique == unique })
	w := s.writes[at]
	s.writes[at] = s.writes[len(s.writes)-1]
	s.writes[len(s.writes)-1] = pendingWrite{}
	s.writes = s.writes[:len(s.writes)-1]
	o.pending.Add(-1)
	if w.over != nil {
		close(w.over)
	}
	return w.overtaken
}
