package scripttest

import (
	"errors"
	"maps"
	"slices"
	"sync"
	"syscall"
	"time"

	"github.com/go-python/gpython/py"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/scripting/engine"
	"github.com/windlassfs/windlass/xlator"
	"github.com/windlassfs/windlass/xlator/memfs"
)

// A child is a subvolume of the translator under test: a filesystem in memory
// that remembers what it was asked, and answers otherwise where a test says so.
type child struct {
	rig   *rig
	index int
	name  string
	fs    *memfs.FS

	mu      sync.Mutex // guards all below
	calls   []*asked
	answers [fops.NumOps][]*answer
	expects []*expectation
}

// asked is one request that came.
type asked struct {
	args  *fops.Args // a copy
	paths map[string]string
	uid   uint32
	gid   uint32
	pid   uint32
	at    time.Time
}

// An answer is what a test wants a child to say.
type answer struct {
	fn     py.Object // a function, or nil
	fields py.StringDict
	errno  syscall.Errno
	delay  time.Duration
	times  int // how often yet; negative for always
}

// An expectation says how often a child is asked for something until the end of
// the test.
type expectation struct {
	op     fops.Op
	times  int
	fields py.StringDict
	from   int // index of the first call that counts
	line   int // of the test
}

// Bind implements xlator.Binder.
func (c *child) Bind(b *xlator.Bindings) {
	for op := range b.Fop {
		b.Fop[op] = c.handle
	}
}

func (c *child) handle(f *xlator.Frame, a *fops.Args) {
	fl := c.rig.flightOf(f.Call())
	if fl != nil && fl.walk {
		r := f.NewReply(a.Op)
		c.fs.Serve(f, a, r)
		f.Unwind(r)
		return
	}
	q := c.record(f, a)
	ans := c.take(a.Op)
	if ans == nil {
		ans = &answer{}
	}
	if ans.delay == 0 {
		c.reply(f, a, q, ans)
		return
	}
	if fl != nil {
		fl.atChild.Add(1)
	}
	f.Hold()
	c.rig.clock.afterFunc(ans.delay, func() {
		if fl != nil {
			fl.atChild.Add(-1)
		}
		c.reply(f, a, q, ans)
		f.Drop()
	})
}

func (c *child) record(f *xlator.Frame, a *fops.Args) *asked {
	root := f.Root()
	q := &asked{args: copyArgs(a), paths: map[string]string{}, uid: root.UID, gid: root.GID, pid: root.PID, at: c.rig.clock.time()}
	for _, p := range a.Op.Spec().In {
		switch p.In {
		case "Loc":
			q.paths[p.Name] = a.Loc.Path()
		case "Loc2":
			q.paths[p.Name] = a.Loc2.Path()
		case "Fd":
			if a.Fd != nil && a.Fd.Inode != nil && q.paths["loc"] == "" {
				q.paths[p.Name] = a.Fd.Inode.Path()
			}
		}
	}
	c.mu.Lock()
	c.calls = append(c.calls, q)
	c.mu.Unlock()
	return q
}

// path is where a request's object is.
func (q *asked) path() string {
	for _, p := range q.args.Op.Spec().In {
		if s, ok := q.paths[p.Name]; ok {
			return s
		}
	}
	return ""
}

// take returns what the next request for op is answered with, nil for what the
// filesystem says.
func (c *child) take(op fops.Op) *answer {
	c.mu.Lock()
	defer c.mu.Unlock()
	queue := c.answers[op]
	if len(queue) == 0 {
		return nil
	}
	a := queue[0]
	if a.times > 0 {
		if a.times--; a.times == 0 {
			c.answers[op] = queue[1:]
		}
	}
	return a
}

// reply answers a request, in the way that the test has asked for.
func (c *child) reply(f *xlator.Frame, a *fops.Args, q *asked, ans *answer) {
	r := f.NewReply(a.Op)
	fields, errno := ans.fields, ans.errno
	if ans.fn != nil {
		c.rig.onTest(func() { fields, errno = c.ask(ans.fn, q) })
	}
	switch {
	case errno != 0:
		r.Fail(errno)
	case fields == nil:
		c.fs.Serve(f, a, r)
	default:
		c.overlay(f, a, r, fields)
	}
	f.Unwind(r)
}

// ask calls the test's function with a request: None leaves the answer to the
// filesystem, a dict has the values of a reply, an OSError is the answer.
func (c *child) ask(fn py.Object, q *asked) (py.StringDict, syscall.Errno) {
	res, err := c.rig.ctx.Call(fn, c.rig.callObject(c, q))
	if err != nil {
		if n, ok := engine.Errno(err); ok {
			return nil, syscall.Errno(n)
		}
		c.rig.fail(err)
		return nil, syscall.EIO
	}
	switch x := res.(type) {
	case py.NoneType:
		return nil, 0
	case *engine.Dict:
		fields := make(py.StringDict, x.Len())
		x.Each(func(k, v py.Object) bool {
			name, ok := k.(py.String)
			if ok {
				fields[string(name)] = v
			}
			return ok
		})
		if len(fields) == x.Len() {
			return fields, 0
		}
	}
	c.rig.fail(py.ExceptionNewf(py.TypeError, "the function that answers %s must return None or a dict of reply values, or raise OSError; it returned %s", q.args.Op, res.Type().Name))
	return nil, syscall.EIO
}

// overlay answers with given values: over what the filesystem says if that is
// a success, else over an empty success.
func (c *child) overlay(f *xlator.Frame, a *fops.Args, r *fops.Reply, fields py.StringDict) {
	c.fs.Serve(f, a, r)
	if r.Failed() {
		*r = *f.NewReply(a.Op)
	}
	fields = maps.Clone(fields)
	ret, hasRet := fields["op_ret"]
	delete(fields, "op_ret")
	var err error
	c.rig.onTest(func() { err = c.rig.values.TakeReply("answer()", a.Op, fields, r) })
	if err != nil {
		c.rig.fail(err)
		r.Fail(syscall.EIO)
		return
	}
	row := a.Op.Spec()
	switch a.Op {
	case fops.OpReadv:
		r.OpRet = int64(len(r.Vector))
	case fops.OpWritev:
		r.OpRet = int64(len(a.Vector))
	case fops.OpReaddir, fops.OpReaddirp:
		r.OpRet = int64(len(r.Entries))
	}
	if n, ok := ret.(py.Int); hasRet && ok {
		r.OpRet = int64(n)
	}
	if hasOut(row, "Fd") && hasIn(row, "Fd") {
		r.Fd = a.Fd
	}
	if hasOut(row, "Inode") {
		if r.Inode == nil {
			if r.Inode = a.Loc.Inode; r.Inode == nil || r.Inode.Linked() && r.Inode.GFID != r.Buf.GFID {
				r.Inode = f.Call().NewInode()
			}
		}
		if r.Buf.GFID.IsZero() {
			r.Buf.GFID = inventedGFID(c.index, a.Loc.Path())
		}
		if r.Buf.Type() == 0 {
			r.Buf.Mode |= syscall.S_IFREG
		}
		if !r.Inode.Linked() {
			if known := f.Call().FindInode(r.Buf.GFID); known != nil {
				r.Inode = known
			}
		}
	}
}

// errnoOf reads an error of the filesystem in memory.
func errnoOf(err error) error {
	var n syscall.Errno
	if errors.As(err, &n) {
		return engine.NewOSError(int(n), "")
	}
	return err
}

func hasIn(row *fops.Spec, field string) bool {
	return slices.ContainsFunc(row.In, func(p fops.Param) bool { return p.In == field })
}

func hasOut(row *fops.Spec, field string) bool {
	return slices.ContainsFunc(row.Out, func(p fops.Param) bool { return p.Out == field })
}
