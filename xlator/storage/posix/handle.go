package posix

import (
	"sync/atomic"
	"syscall"

	"golang.org/x/sys/unix"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/xlator"
)

// A descriptor is a counted file descriptor. The graph keeps inodes and open
// files alive while requests use them, but a number that is closed too early
// becomes another file's: counting makes that impossible and costs little.
type descriptor struct {
	fd   int
	refs atomic.Int32
}

func (d *descriptor) init(fd int) { d.fd = fd; d.refs.Store(1) }

// acquire keeps the descriptor open until release; false if it is closed.
func (d *descriptor) acquire() bool {
	for {
		n := d.refs.Load()
		if n <= 0 {
			return false
		}
		if d.refs.CompareAndSwap(n, n+1) {
			return true
		}
	}
}

// release reports whether it was the last and closed the descriptor.
func (d *descriptor) release() bool {
	if d.refs.Add(-1) != 0 {
		return false
	}
	_ = unix.Close(d.fd)
	return true
}

// A handle is what is kept in an inode: an O_PATH descriptor of the object.
// All but the count never changes.
type handle struct {
	descriptor
	store *store
	gfid  fops.GFID
	dev   uint64
	typ   uint32 // S_IFMT bits
}

// drop gives back one reference.
func (h *handle) drop() {
	if h.release() {
		h.store.handles.Add(-1)
	}
}

// handleOf returns an inode's handle, to be dropped; nil if it has none.
func (s *store) handleOf(in *fops.Inode) *handle {
	if in == nil {
		return nil
	}
	if h, ok := s.node.InodeCtx(in).(*handle); ok && h.acquire() {
		return h
	}
	return nil
}

// object returns the handle of the object that a loc names, to be dropped. A
// loc with only a name is looked up.
func (s *store) object(f *xlator.Frame, l *fops.Loc) (*handle, syscall.Errno) {
	if h := s.handleOf(l.Inode); h != nil {
		return h, 0
	}
	if l.Nameless() {
		return nil, unix.ESTALE
	}
	var st unix.Statx_t
	in, e := s.lookupName(f, l, nil, &st)
	if e != 0 {
		return nil, e
	}
	if h := s.handleOf(in); h != nil {
		return h, 0
	}
	return nil, unix.ESTALE
}

// parent returns the handle of the directory in which a loc's name is, to be
// dropped, having checked the name.
func (s *store) parent(l *fops.Loc) (*handle, syscall.Errno) {
	if e := checkName(l.Name); e != 0 {
		return nil, e
	}
	return s.directory(l.Parent)
}

func (s *store) directory(in *fops.Inode) (*handle, syscall.Errno) {
	h := s.handleOf(in)
	if h == nil {
		return nil, unix.ESTALE
	}
	if h.typ != unix.S_IFDIR {
		h.drop()
		return nil, unix.ENOTDIR
	}
	return h, 0
}

// find returns the inode of the object that st describes and that has (or had
// just now) that name in dir. It is one that is known, or else spare, which
// gets a handle; with a spare of nil it is an inode that the call holds. If the
// name has changed hands meanwhile, the object that is found there is taken
// and st changed accordingly.
func (s *store) find(f *xlator.Frame, spare *fops.Inode, dir int, name *byte, st *unix.Statx_t) (*fops.Inode, syscall.Errno) {
	if in := s.known(f, st); in != nil {
		return in, 0
	}
	fd, e := openatC(dir, name, unix.O_PATH|unix.O_NOFOLLOW, 0)
	if e != 0 {
		return nil, s.tooMany(e)
	}
	in, h, e := s.adopt(f, fd, st)
	if h != nil {
		in = s.attach(f.Call(), spare, h)
	}
	return in, e
}

// known returns the inode that has that object's handle, nil if there is none.
func (s *store) known(f *xlator.Frame, st *unix.Statx_t) *fops.Inode {
	in := f.Call().FindInode(s.gfid(st))
	if in == nil || s.node.InodeCtx(in) == nil {
		return nil
	}
	return in
}

// adopt takes over fd, an O_PATH descriptor: it returns the object's inode if
// that is known, or else a handle. st becomes what the descriptor shows,
// because only the descriptor is sure.
func (s *store) adopt(f *xlator.Frame, fd int, st *unix.Statx_t) (*fops.Inode, *handle, syscall.Errno) {
	if e := statxFd(fd, st); e != 0 {
		_ = unix.Close(fd)
		return nil, nil, e
	}
	if in := s.known(f, st); in != nil {
		if !s.deleted(f.Op(), in, fd, st) {
			_ = unix.Close(fd)
			return in, nil, 0
		}
		f.Call().Graph().Inodes().Displace(in)
	}
	return nil, s.newHandle(fd, st), 0
}

// deleted reports whether a known inode is not the object that is open as fd,
// but one with the same number that was made in the same tick of the clock and
// is gone, though somebody still knows it. An object that is being deleted just
// now is still itself: so its links are counted again behind those of the known
// one. st becomes what is seen then.
func (s *store) deleted(op fops.Op, in *fops.Inode, fd int, st *unix.Statx_t) bool {
	h, ok := s.node.InodeCtx(in).(*handle)
	if !ok || !h.acquire() {
		return true
	}
	defer h.drop()
	var was unix.Statx_t
	if statxFd(h.fd, &was) != 0 {
		return true
	}
	if was.Nlink > 0 {
		return false
	}
	return op == fops.OpTmpfile || statxFd(fd, st) == 0 && st.Nlink > 0
}

func (s *store) newHandle(fd int, st *unix.Statx_t) *handle {
	h := &handle{store: s, gfid: s.gfid(st), dev: devOf(st), typ: uint32(st.Mode) & unix.S_IFMT}
	h.init(fd)
	if s.handles.Add(1) > s.many {
		s.node.Graph().Kernel().Shrink()
	}
	return h
}

// attach puts a handle into an inode without identity: spare, if it is one.
func (s *store) attach(c *xlator.Call, spare *fops.Inode, h *handle) *fops.Inode {
	if spare == nil || spare.Linked() {
		spare = heldInode(c)
	}
	// A spare that served an earlier fop of the same request loses what that
	// one found.
	if old, ok := s.node.SetInodeCtx(spare, h).(*handle); ok {
		old.drop()
	}
	return spare
}

// heldInode returns a fresh inode that lives until the call ends or, if the
// caller links it, as long as it is known.
func heldInode(c *xlator.Call) *fops.Inode {
	in := c.NewInode()
	c.HoldInode(in)
	in.Unref(1)
	return in
}

// Forget closes the handle of an inode that goes.
func (s *store) Forget(in *fops.Inode) {
	if h, ok := s.node.SetInodeCtx(in, nil).(*handle); ok {
		h.drop()
	}
}

// MergeInode moves a handle to the inode that is known under its GFID. If that
// has a handle already, which two look-ups at the same moment bring about, one
// of the two goes.
func (s *store) MergeInode(from, into *fops.Inode) {
	h, ok := s.node.SetInodeCtx(from, nil).(*handle)
	if !ok {
		return
	}
	if _, set := s.node.SetInodeCtxIfNone(into, h); !set {
		h.drop()
	}
}
