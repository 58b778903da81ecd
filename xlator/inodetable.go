package xlator

import (
	"encoding/binary"
	"sync"
	"sync/atomic"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/xlator/internal/slab"
)

// tableShards is a power of two, many enough that lookups by different
// threads seldom meet.
const tableShards = 64

// An InodeTable knows every inode that is alive, by GFID and by number.
//
// An inode lives while it has references: one for each lookup that the kernel
// has not forgotten, one for each open file, one for each request that works
// on it. With the last one it leaves the table and the translators are told
// (forget). All methods may be called from any goroutine.
//
// Lock order: a shard's lock is held alone, and never while a translator is
// called.
type InodeTable struct {
	slots  int
	forget func(*fops.Inode)
	gen    atomic.Uint64
	ids    slab.Slab[fops.Inode]
	shards [tableShards]tableShard
	root   *fops.Inode
}

type tableShard struct {
	mu sync.Mutex
	m  map[fops.GFID]*fops.Inode
	// displaced are alive under their number only: see Displace.
	displaced map[*fops.Inode]struct{}
	_         [32]byte // keeps the locks of two shards off one cache line
}

// newInodeTable returns a table that holds the root.
func newInodeTable(slots int, forget func(*fops.Inode)) *InodeTable {
	t := &InodeTable{slots: slots, forget: forget}
	t.ids.First = 1
	for i := range t.shards {
		t.shards[i].m = make(map[fops.GFID]*fops.Inode)
	}
	t.root = t.Link(fops.NewInode(slots), fops.RootGFID, 0o040000)
	return t
}

func (t *InodeTable) shard(g *fops.GFID) *tableShard {
	h := binary.LittleEndian.Uint64(g[:8])*0x9e3779b97f4a7c15 ^ binary.LittleEndian.Uint64(g[8:])*0xff51afd7ed558ccd
	return &t.shards[h>>58&(tableShards-1)]
}

// Root returns the root directory, which is never forgotten.
func (t *InodeTable) Root() *fops.Inode { return t.root }

// Len returns the number of inodes that are alive.
func (t *InodeTable) Len() int { return t.ids.Len() }

// Each calls f for every inode, in no particular order.
func (t *InodeTable) Each(f func(*fops.Inode)) { t.ids.Each(f) }

// ByID returns the inode that FUSE calls by that number, or nil. It takes no
// reference: the kernel holds one as long as it uses the number.
func (t *InodeTable) ByID(id uint64) *fops.Inode { return t.ids.Get(id) }

// Find returns the inode with that identity and takes a reference for the
// caller; nil if nobody knows it.
func (t *InodeTable) Find(g fops.GFID) *fops.Inode {
	s := t.shard(&g)
	s.mu.Lock()
	in := s.m[g]
	if in != nil {
		in.Ref()
	}
	s.mu.Unlock()
	return in
}

// Link makes a fresh inode known under its identity and returns it, or the
// one that is known already. Either way the caller gets one more reference on
// what is returned; the reference on the fresh inode stays the caller's.
func (t *InodeTable) Link(fresh *fops.Inode, g fops.GFID, typ uint32) *fops.Inode {
	s := t.shard(&g)
	s.mu.Lock()
	defer s.mu.Unlock()
	if in := s.m[g]; in != nil {
		in.Ref()
		return in
	}
	fresh.GFID, fresh.Type = g, typ&0o170000
	fresh.Generation = t.gen.Add(1)
	fresh.Ref()
	t.ids.Put(fresh, func(id uint64) { fresh.ID = id })
	s.m[g] = fresh
	return fresh
}

// Displace takes an inode's identity away, because another object has it now:
// a filesystem gives an inode number out again, and a clock that stands still
// for a moment gives both the same birth time. The inode lives on under its
// number until its last reference goes.
func (t *InodeTable) Displace(in *fops.Inode) {
	s := t.shard(&in.GFID)
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.m[in.GFID] == in {
		delete(s.m, in.GFID)
		if s.displaced == nil {
			s.displaced = make(map[*fops.Inode]struct{})
		}
		s.displaced[in] = struct{}{}
	}
}

// Unref gives n references back. With the last one the inode is forgotten.
func (t *InodeTable) Unref(in *fops.Inode, n int64) {
	if in.Unref(n) > 0 {
		return
	}
	if in.Linked() {
		s := t.shard(&in.GFID)
		s.mu.Lock()
		// Find may have revived it, or another last Unref been quicker.
		_, displaced := s.displaced[in]
		if in.Refs() > 0 || s.m[in.GFID] != in && !displaced {
			s.mu.Unlock()
			return
		}
		if displaced {
			delete(s.displaced, in)
		} else {
			delete(s.m, in.GFID)
		}
		t.ids.Delete(in.ID)
		s.mu.Unlock()
	}
	t.forget(in)
}

// drop forgets all inodes, at the end of a graph's life.
func (t *InodeTable) drop() {
	for i := range t.shards {
		s := &t.shards[i]
		s.mu.Lock()
		all := make([]*fops.Inode, 0, len(s.m))
		for g, in := range s.m {
			all = append(all, in)
			delete(s.m, g)
			t.ids.Delete(in.ID)
		}
		for in := range s.displaced {
			all = append(all, in)
			delete(s.displaced, in)
			t.ids.Delete(in.ID)
		}
		s.mu.Unlock()
		for _, in := range all {
			t.forget(in)
		}
	}
}
