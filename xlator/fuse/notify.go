package fuse

import (
	"sync"

	gofuse "github.com/hanwen/go-fuse/v2/fuse"

	"github.com/windlassfs/windlass/fops"
)

// notifier carries out what translators tell the kernel, in order, on a
// goroutine of its own: the kernel may hold a lock for the very request that
// the translator is working on, and would wait for its answer.
type notifier struct {
	mu     sync.Mutex // guards the rest
	more   sync.Cond
	queue  []func(*gofuse.Server)
	closed bool
	done   chan struct{}
}

func (n *notifier) start(srv *gofuse.Server) {
	n.more.L = &n.mu
	n.done = make(chan struct{})
	go func() {
		defer close(n.done)
		for {
			n.mu.Lock()
			for len(n.queue) == 0 && !n.closed {
				n.more.Wait()
			}
			batch := n.queue
			n.queue = nil
			closed := n.closed
			n.mu.Unlock()
			if closed {
				return
			}
			for _, f := range batch {
				f(srv)
			}
		}
	}()
}

// stop drops what is queued: the kernel has nothing left to invalidate.
func (n *notifier) stop() {
	n.mu.Lock()
	n.closed = true
	n.mu.Unlock()
	n.more.Signal()
	<-n.done
}

func (n *notifier) add(f func(*gofuse.Server)) {
	n.mu.Lock()
	if !n.closed {
		n.queue = append(n.queue, f)
	}
	n.mu.Unlock()
	n.more.Signal()
}

// InvalidateEntry implements xlator.Kernel.
func (n *notifier) InvalidateEntry(parent *fops.Inode, name string) {
	id := parent.ID
	n.add(func(s *gofuse.Server) { s.EntryNotify(id, name) })
}

// InvalidateInode implements xlator.Kernel.
func (n *notifier) InvalidateInode(in *fops.Inode, off, size int64) {
	id := in.ID
	n.add(func(s *gofuse.Server) { s.InodeNotify(id, off, size) })
}

// DeleteEntry implements xlator.Kernel.
func (n *notifier) DeleteEntry(parent *fops.Inode, name string, child *fops.Inode) {
	id, childID := parent.ID, child.ID
	n.add(func(s *gofuse.Server) { s.DeleteNotify(id, childID, name) })
}
