package fuse

import (
	"sync"

	"github.com/windlassfs/windlass/fops"
)

// notifier carries out what translators tell the kernel, in order, on a
// goroutine of its own: the kernel may hold a lock for the very request that
// the translator is working on, and would wait for its answer.
type notifier struct {
	mu     sync.Mutex // guards the rest
	more   sync.Cond
	queue  []func(*device)
	closed bool
	done   chan struct{}
}

func (n *notifier) start(d *device) {
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
				f(d)
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

func (n *notifier) add(f func(*device)) {
	n.mu.Lock()
	defer n.mu.Unlock()
	if !n.closed && n.more.L != nil {
		n.queue = append(n.queue, f)
		n.more.Signal()
	}
}

// InvalidateEntry implements xlator.Kernel.
func (n *notifier) InvalidateEntry(parent *fops.Inode, name string) {
	id := parent.ID
	n.add(func(d *device) { d.notify(notifyInvalEntry, id, uint32(len(name)), uint32(0), name) })
}

// InvalidateInode implements xlator.Kernel.
func (n *notifier) InvalidateInode(in *fops.Inode, off, size int64) {
	n.invalidatePages(in.ID, off, size)
}

// invalidatePages has the kernel drop what it keeps of an inode's data in that
// range.
func (n *notifier) invalidatePages(id uint64, off, size int64) {
	n.add(func(d *device) { d.notify(notifyInvalInode, id, off, size) })
}

// DeleteEntry implements xlator.Kernel.
func (n *notifier) DeleteEntry(parent *fops.Inode, name string, child *fops.Inode) {
	id, childID := parent.ID, child.ID
	n.add(func(d *device) { d.notify(notifyDelete, id, childID, uint32(len(name)), uint32(0), name) })
}
