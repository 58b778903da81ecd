// Package nlcache is performance/nl-cache: it remembers which names do not
// exist, and answers look-ups for them itself. Programs that search many
// directories for each file (PHP's include path, compilers, python) ask far
// more often for what is not there than for what is.
//
//	volume nl-cache
//	    type performance/nl-cache
//	    option nl-cache-timeout 60
//	    option nl-cache-limit 128KB
//	    option nl-cache-kernel off
//	    subvolumes store
//	end-volume
//
// # Options
//
//	nl-cache-timeout  how long an absence counts (Time, 60 s; 0: not at all)
//	nl-cache-limit    bytes that all remembered names may take (Size, 128KB)
//	nl-cache-entries  how many there may be (Int, 100000)
//	nl-cache-kernel   let the kernel keep absences too (Bool, off)
//
// # What makes it correct
//
// An absence is kept with the directory's inode, under the name. It is learnt
// from ENOENT alone, and only by a look-up during which no name appeared in
// the directory: each directory has a generation, which is noted when the
// look-up is wound and compared when it comes back. Every fop that makes or
// moves a name (all entry fops that change something, as the table says,
// except unlink and rmdir) drops the names that it is about, and raises the
// generation, twice: before it is wound, and before its reply goes on,
// whatever the reply is. So does a directory listing that shows a name.
//
// What is made behind the mount's back is seen after nl-cache-timeout at the
// latest, or when the directory is listed. On a storage that takes "A" and "a"
// for one name, or that makes names by itself, use a short time-out. The
// answer for an absent name does not depend on who asks.
//
// # Concurrency
//
// One lock guards the cache. It is held for a few instructions (of a listing:
// for a look at each name), never while a fop is passed on. Nothing is allocated but the first time that a name is
// looked up in a directory, and for each absence that is learnt.
package nlcache

import (
	"strings"
	"sync"
	"syscall"
	"time"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/xlator"
)

// Type is performance/nl-cache.
var Type = &xlator.Type{
	Name:    "performance/nl-cache",
	Summary: "Remember which names do not exist and answer look-ups for them.",
	Options: []xlator.Option{
		{Key: "nl-cache-timeout", Type: xlator.Time, Default: "60", Doc: "How long the absence of a name counts; 0 remembers nothing.", HasRange: true, Max: 86400},
		{Key: "nl-cache-limit", Type: xlator.Size, Default: "128KB", Doc: "How many bytes all remembered names may take, with what it takes to find them.", HasRange: true, Max: 1 << 40},
		{Key: "nl-cache-entries", Type: xlator.Int, Default: "100000", Doc: "How many names may be remembered.", HasRange: true, Max: 1 << 40},
		{Key: "nl-cache-kernel", Type: xlator.Bool, Default: "off", Doc: "Let the kernel keep absences for the rest of the time-out too, so that it does not even ask."},
	},
	MinChildren: 1, MaxChildren: 1,
	New: newCache,
}

// overhead is what one entry takes besides the bytes of its name: the entry
// itself (56, in a size class of 64) and its share of the directory's map (a
// string, a pointer and a control byte at 7/8 load, twice that after growth).
const overhead = 64 + 64

type cache struct {
	node    *xlator.Node
	timeout time.Duration
	limit   int64
	max     int64
	kernel  bool
	start   time.Time // of the clock for deadlines

	requests sync.Pool // of *request

	mu    sync.Mutex
	lru   entry // its next is the newest, its prev the oldest
	bytes int64
	count int64

	hits, misses, expired, evicted, dropped int64
}

// directory is what is kept with a directory's inode.
type directory struct {
	// generation counts the events that may have made a name appear.
	generation uint64
	// names is nil while there are none: maps do not shrink.
	names map[string]*entry
	// gone is set when the inode is forgotten.
	gone bool
}

// entry is one name that does not exist.
type entry struct {
	next, prev *entry
	dir        *directory
	name       string
	deadline   time.Duration // since the cache's start
}

func (e *entry) cost() int64 { return int64(len(e.name)) + overhead }

// request is what a fop remembers until its reply.
type request struct {
	dir        *directory // a look-up's
	generation uint64
	first      fops.Loc // the names of a change; only parent and name
	second     fops.Loc
}

func newCache(this *xlator.Node) (any, error) {
	o := this.Options
	this.UseInodeCtx()
	c := &cache{
		node: this, start: time.Now(),
		timeout: o.Duration("nl-cache-timeout"), limit: int64(o.Bytes("nl-cache-limit")),
		max: o.Int("nl-cache-entries"), kernel: o.Bool("nl-cache-kernel"),
	}
	c.lru.next, c.lru.prev = &c.lru, &c.lru
	c.requests.New = func() any { return new(request) }
	return c, nil
}

// Bind implements xlator.Binder.
func (c *cache) Bind(b *xlator.Bindings) {
	b.Fop[fops.OpLookup], b.Cbk[fops.OpLookup] = c.lookup, c.lookupCbk
	for _, op := range []fops.Op{fops.OpReaddir, fops.OpReaddirp} {
		b.Fop[op], b.Cbk[op] = c.list, c.listCbk
	}
	for op := range fops.Op(fops.NumOps) {
		if makesNames(op) {
			b.Fop[op], b.Cbk[op] = c.change, c.changeCbk
		}
	}
}

// makesNames reports whether op can make a name appear. It is asked of the
// table, so that a fop added later is not overlooked.
func makesNames(op fops.Op) bool {
	row := op.Spec()
	return row.Mutates && row.Class == fops.ClassEntry && op != fops.OpUnlink && op != fops.OpRmdir
}

// hasSecond says which fops have a second name.
var hasSecond = func() (out [fops.NumOps]bool) {
	for op := range out {
		for _, p := range fops.Op(op).Spec().In {
			out[op] = out[op] || p.In == "Loc2"
		}
	}
	return out
}()

// of returns what is kept with a directory, nil if nothing is.
func (c *cache) of(in *fops.Inode) *directory {
	d, _ := c.node.InodeCtx(in).(*directory)
	return d
}

func (c *cache) now() time.Duration { return time.Since(c.start) }

// lookup answers from the cache, or notes the directory's generation and asks.
func (c *cache) lookup(f *xlator.Frame, a *fops.Args) {
	if a.Loc.Nameless() || a.Loc.Name == "." || a.Loc.Name == ".." || c.timeout == 0 {
		f.Tail(a)
		return
	}
	d := c.of(a.Loc.Parent)
	if d == nil {
		now, _ := c.node.SetInodeCtxIfNone(a.Loc.Parent, new(directory))
		var ok bool
		if d, ok = now.(*directory); !ok {
			f.Tail(a)
			return
		}
	}
	c.mu.Lock()
	if e := d.names[a.Loc.Name]; e != nil {
		left := e.deadline - c.now()
		if left > 0 {
			c.hits++
			e.unlink()
			e.linkBehind(&c.lru)
			c.mu.Unlock()
			c.absent(f, left)
			return
		}
		c.expired++
		c.remove(e)
	}
	c.misses++
	generation := d.generation
	c.mu.Unlock()
	q := c.requests.Get().(*request)
	q.dir, q.generation = d, generation
	q.first.Name = a.Loc.Name
	f.Local = q
	f.Wind(0, a, nil)
}

// absent answers a look-up from the cache.
func (c *cache) absent(f *xlator.Frame, left time.Duration) {
	r := f.NewReply(fops.OpLookup)
	r.Fail(syscall.ENOENT)
	if c.kernel {
		r.EntryTimeout = left
	}
	f.Unwind(r)
}

func (c *cache) lookupCbk(f *xlator.Frame, _ any, r *fops.Reply) {
	q := f.Local.(*request)
	f.Local = nil
	switch {
	case r.Failed() && r.OpErrno == syscall.ENOENT:
		if c.insert(q) && c.kernel && r.EntryTimeout == fops.DefaultTimeout {
			// The record is the one that the layers below have answered
			// with; it is theirs to read.
			own := f.NewReply(fops.OpLookup)
			*own = *r
			own.EntryTimeout = c.timeout
			r = own
		}
	case !r.Failed():
		// Somebody may have learnt its absence meanwhile, from a reply that
		// is older than this one.
		c.mu.Lock()
		if e := q.dir.names[q.first.Name]; e != nil {
			c.dropped++
			c.remove(e)
		}
		c.mu.Unlock()
	}
	c.free(q)
	f.Unwind(r)
}

func (c *cache) free(q *request) {
	*q = request{}
	c.requests.Put(q)
}

// insert learns that a name is absent, unless something has happened in the
// directory since the look-up was wound.
func (c *cache) insert(q *request) bool {
	d, name := q.dir, q.first.Name
	c.mu.Lock()
	defer c.mu.Unlock()
	if d.gone || d.generation != q.generation {
		return false
	}
	e := d.names[name]
	if e == nil {
		// The name may be part of the request's memory.
		e = &entry{dir: d, name: strings.Clone(name)}
		if e.cost() > c.limit || c.max == 0 {
			return false
		}
		if d.names == nil {
			d.names = make(map[string]*entry)
		}
		d.names[e.name] = e
		c.bytes += e.cost()
		c.count++
	} else {
		e.unlink()
	}
	e.linkBehind(&c.lru)
	e.deadline = c.now() + c.timeout
	for c.bytes > c.limit || c.count > c.max {
		c.evicted++
		c.remove(c.lru.prev)
	}
	return true
}

// remove takes an entry out. The lock is held.
func (c *cache) remove(e *entry) {
	e.unlink()
	delete(e.dir.names, e.name)
	if len(e.dir.names) == 0 {
		e.dir.names = nil
	}
	c.bytes -= e.cost()
	c.count--
}

func (e *entry) unlink() {
	e.prev.next, e.next.prev = e.next, e.prev
}

func (e *entry) linkBehind(at *entry) {
	e.prev, e.next = at, at.next
	at.next.prev, at.next = e, e
}

// change passes on a fop that makes or moves names.
func (c *cache) change(f *xlator.Frame, a *fops.Args) {
	q := c.requests.Get().(*request)
	q.first = fops.Loc{Parent: a.Loc.Parent, Name: a.Loc.Name}
	if hasSecond[a.Op] {
		q.second = fops.Loc{Parent: a.Loc2.Parent, Name: a.Loc2.Name}
	}
	c.appear(&q.first)
	c.appear(&q.second)
	f.Local = q
	f.Wind(0, a, nil)
}

func (c *cache) changeCbk(f *xlator.Frame, _ any, r *fops.Reply) {
	q := f.Local.(*request)
	f.Local = nil
	// Whatever the reply: EEXIST says as much as success, and after EINTR or
	// EIO nobody knows.
	c.appear(&q.first)
	c.appear(&q.second)
	c.free(q)
	f.Unwind(r)
}

// appear notes that a name may exist from now on.
func (c *cache) appear(l *fops.Loc) {
	if l.Nameless() {
		return
	}
	d := c.of(l.Parent)
	if d == nil {
		return // nobody has looked a name up there
	}
	c.mu.Lock()
	d.generation++
	if e := d.names[l.Name]; e != nil {
		c.dropped++
		c.remove(e)
	}
	c.mu.Unlock()
}

// list passes a directory listing on. The cookie takes the directory along.
func (c *cache) list(f *xlator.Frame, a *fops.Args) {
	f.WindCookie(0, a.Fd.Inode, a, nil)
}

// listCbk forgets the absence of every name that the listing shows.
func (c *cache) listCbk(f *xlator.Frame, cookie any, r *fops.Reply) {
	in := cookie.(*fops.Inode)
	if d := c.of(in); d != nil && !r.Failed() && len(r.Entries) > 0 {
		c.mu.Lock()
		d.generation++
		for i := 0; i < len(r.Entries) && d.names != nil; i++ {
			e := d.names[r.Entries[i].Name]
			if e == nil {
				continue
			}
			c.dropped++
			c.remove(e)
			if c.kernel {
				c.node.Graph().Kernel().InvalidateEntry(in, e.name)
			}
		}
		c.mu.Unlock()
	}
	f.Unwind(r)
}

// Forget implements xlator.Forgetter: the directory's names go with it.
func (c *cache) Forget(in *fops.Inode) {
	d := c.of(in)
	if d == nil {
		return
	}
	c.mu.Lock()
	d.gone = true
	for _, e := range d.names {
		c.remove(e)
	}
	c.mu.Unlock()
}

// Dump implements xlator.Dumper.
func (c *cache) Dump(add func(key string, value any)) {
	c.mu.Lock()
	defer c.mu.Unlock()
	add("hits", c.hits)
	add("misses", c.misses)
	add("entries", c.count)
	add("bytes", c.bytes)
	add("expired", c.expired)
	add("evicted", c.evicted)
	add("dropped", c.dropped)
}
