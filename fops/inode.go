package fops

import (
	"strings"
	"sync"
	"sync/atomic"
)

// An Inode is one object of the filesystem while somebody knows it: the
// kernel, an open file, or a request under way. It is the place where
// translators keep what they know about the object (see [Inode.Ctx]).
//
// GFID, Type, ID and Generation are set before the inode becomes known to
// others and never change after that; before, they are zero. All methods may
// be called from any goroutine.
type Inode struct {
	GFID GFID
	// Type is the file type, S_IFMT bits.
	Type uint32
	// ID and Generation name the inode in the FUSE protocol.
	ID, Generation uint64

	contexts
	refs    atomic.Int64
	nlookup atomic.Int64

	mu     sync.Mutex // guards parent and name; held for a few instructions
	parent *Inode
	name   string
}

// NewInode returns an inode that nothing is known of, with room for the
// contexts of that many translators and one reference, the caller's.
func NewInode(slots int) *Inode {
	in := &Inode{}
	in.init(slots)
	in.refs.Store(1)
	return in
}

// Linked reports whether the inode is known under its GFID.
func (in *Inode) Linked() bool { return in.ID != 0 }

// Ref takes a reference: the inode and its contexts stay until Unref. The
// caller must know that somebody else holds one now.
func (in *Inode) Ref() { in.refs.Add(1) }

// RefIfAlive takes a reference unless there is none left: then the inode has been
// forgotten, and its number may be another's.
func (in *Inode) RefIfAlive() bool {
	for {
		n := in.refs.Load()
		if n <= 0 {
			return false
		}
		if in.refs.CompareAndSwap(n, n+1) {
			return true
		}
	}
}

// Unref gives n references back and returns how many are left. At zero the
// inode table must be told; translators use xlator.Graph.UnrefInode, which
// does both.
func (in *Inode) Unref(n int64) int64 { return in.refs.Add(-n) }

// Refs returns the number of references, for dumps and for the inode table.
func (in *Inode) Refs() int64 { return in.refs.Load() }

// Lookups returns how often the kernel was told of the inode and has not yet
// forgotten it.
func (in *Inode) Lookups() int64 { return in.nlookup.Load() }

// AddLookups changes the count that Lookups returns. It is the bridge's.
func (in *Inode) AddLookups(n int64) int64 { return in.nlookup.Add(n) }

// SetName remembers one name of the inode, the newest that was seen.
func (in *Inode) SetName(parent *Inode, name string) {
	in.mu.Lock()
	if in.parent != parent || in.name != name {
		in.parent, in.name = parent, name
	}
	in.mu.Unlock()
}

// Name returns the newest name that was seen and the directory it was in; nil
// and "" for the root and for what has no name.
func (in *Inode) Name() (parent *Inode, name string) {
	in.mu.Lock()
	defer in.mu.Unlock()
	return in.parent, in.name
}

// maxDepth bounds the walk to the root, should the names ever form a cycle.
const maxDepth = 4096

// Path returns the newest path that was seen, from the root "/". A name that
// was removed or changed behind the mount's back stays until the kernel asks
// again. An inode without a name gives "<gfid:…>", as in GlusterFS.
func (in *Inode) Path() string {
	if in.GFID == RootGFID {
		return "/"
	}
	names, n := make([]string, 0, 16), 0
	for at := in; at.GFID != RootGFID; {
		parent, name := at.Name()
		if parent == nil || len(names) == maxDepth {
			names = append(names, "<gfid:"+at.GFID.String()+">")
			n += len(names[len(names)-1])
			break
		}
		names = append(names, name)
		n += 1 + len(name)
		at = parent
	}
	var b strings.Builder
	b.Grow(n)
	for i := len(names) - 1; i >= 0; i-- {
		if !strings.HasPrefix(names[i], "<gfid:") {
			b.WriteByte('/')
		}
		b.WriteString(names[i])
	}
	return b.String()
}

// An Fd is an open file or directory. It belongs to the bridge that opened it
// and lives until release or releasedir has been told to the translators.
type Fd struct {
	// Inode is what is open.
	Inode *Inode
	// Flags are the open flags (O_*).
	Flags uint32
	// Dir is set for a directory.
	Dir bool
	// ID names the open file in the FUSE protocol.
	ID uint64

	contexts
}

// NewFd returns an open file with room for the contexts of that many
// translators.
func NewFd(in *Inode, flags uint32, dir bool, slots int) *Fd {
	fd := &Fd{Inode: in, Flags: flags, Dir: dir}
	fd.init(slots)
	return fd
}

// contexts holds what each translator keeps with an inode or an open file.
// The slots are numbered when the graph is built, so there is no map and no
// lock.
type contexts struct {
	slots []atomic.Pointer[any]
}

func (c *contexts) init(n int) {
	if n > 0 {
		c.slots = make([]atomic.Pointer[any], n)
	}
}

// Ctx returns what the translator with that slot has kept, or nil.
func (c *contexts) Ctx(slot int) any {
	if uint(slot) >= uint(len(c.slots)) {
		return nil
	}
	if p := c.slots[slot].Load(); p != nil {
		return *p
	}
	return nil
}

// SetCtx keeps a value and returns the one before. A slot outside the range
// that the graph gave out keeps nothing.
func (c *contexts) SetCtx(slot int, v any) (old any) {
	if uint(slot) >= uint(len(c.slots)) {
		return nil
	}
	var p *any
	if v != nil {
		p = &v
	}
	if o := c.slots[slot].Swap(p); o != nil {
		return *o
	}
	return nil
}

// SetCtxIfNone keeps a value if none is kept yet, and returns the one that is
// kept now and whether it is the given one.
func (c *contexts) SetCtxIfNone(slot int, v any) (now any, set bool) {
	if uint(slot) >= uint(len(c.slots)) {
		return nil, false
	}
	for {
		if c.slots[slot].CompareAndSwap(nil, &v) {
			return v, true
		}
		if p := c.slots[slot].Load(); p != nil {
			return *p, false
		}
	}
}

// Slots returns the number of slots.
func (c *contexts) Slots() int { return len(c.slots) }

// HasCtx reports whether any translator keeps something.
func (c *contexts) HasCtx() bool {
	for i := range c.slots {
		if c.slots[i].Load() != nil {
			return true
		}
	}
	return false
}

// A Loc names the object of a request by its place (Parent and Name), by its
// Inode, or by both.
type Loc struct {
	// Inode is the object itself. For a name that is looked up or made it is
	// a fresh inode without identity, in which storage keeps its context; for
	// link's new name it is the existing object.
	Inode *Inode
	// Parent is the directory and Name the name in it; nil and "" if the
	// request names the object by its inode alone (GlusterFS: nameless).
	Parent *Inode
	Name   string
}

// Nameless reports whether the object is named by its inode alone.
func (l *Loc) Nameless() bool { return l.Parent == nil || l.Name == "" }

// GFID returns the object's identity, zero if it has none yet.
func (l *Loc) GFID() GFID {
	if l.Inode == nil {
		return GFID{}
	}
	return l.Inode.GFID
}

// ParGFID returns the identity of the parent, zero without one.
func (l *Loc) ParGFID() GFID {
	if l.Parent == nil {
		return GFID{}
	}
	return l.Parent.GFID
}

// Path returns the path from the root of the mount, built from the newest
// names that were seen. It allocates: handlers on the hot path avoid it.
func (l *Loc) Path() string {
	switch {
	case !l.Nameless():
		dir := l.Parent.Path()
		if dir == "/" {
			return "/" + l.Name
		}
		return dir + "/" + l.Name
	case l.Inode != nil:
		return l.Inode.Path()
	case l.Parent != nil:
		return l.Parent.Path()
	}
	return ""
}
