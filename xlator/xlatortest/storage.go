package xlatortest

import (
	"sync"
	"sync/atomic"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/xlator"
	"github.com/windlassfs/windlass/xlator/memfs"
)

// A Storage is the lowest layer of a stack: a small filesystem in memory whose
// answers a test can replace, fop by fop. It remembers what it was asked.
//
// What it does not know it fails with ENOSYS (see package memfs).
type Storage struct {
	fs *memfs.FS

	async atomic.Bool
	quiet atomic.Bool

	mu    sync.Mutex
	fn    [fops.NumOps]func(*fops.Args, *fops.Reply)
	raw   [fops.NumOps]xlator.Handler
	asked []*fops.Args
}

func newStorage() *Storage {
	return &Storage{fs: memfs.New(nil)}
}

// On makes fn answer op: it gets a copy of the request and an empty successful
// reply to fill in. nil brings the filesystem back.
func (m *Storage) On(op fops.Op, fn func(*fops.Args, *fops.Reply)) {
	m.mu.Lock()
	m.fn[op] = fn
	m.mu.Unlock()
}

// OnAll is On for every fop.
func (m *Storage) OnAll(fn func(*fops.Args, *fops.Reply)) {
	for op := range fops.Op(fops.NumOps) {
		m.On(op, fn)
	}
}

// Handle makes h the handler of op, with all that a handler can do and has to
// do. nil brings the filesystem back.
func (m *Storage) Handle(op fops.Op, h xlator.Handler) {
	m.mu.Lock()
	m.raw[op] = h
	m.mu.Unlock()
}

// Async makes the storage answer on another goroutine, as a network does.
func (m *Storage) Async(on bool) { m.async.Store(on) }

// Record switches whether requests are remembered; they are at first.
func (m *Storage) Record(on bool) { m.quiet.Store(!on) }

// Asked returns copies of the requests for op since the last Reset, in the
// order in which they came.
func (m *Storage) Asked(op fops.Op) []*fops.Args {
	m.mu.Lock()
	defer m.mu.Unlock()
	var out []*fops.Args
	for _, a := range m.asked {
		if a.Op == op {
			out = append(out, a)
		}
	}
	return out
}

// Ops returns the fops that were asked for since the last Reset.
func (m *Storage) Ops() []fops.Op {
	m.mu.Lock()
	defer m.mu.Unlock()
	out := make([]fops.Op, len(m.asked))
	for i, a := range m.asked {
		out[i] = a.Op
	}
	return out
}

// Reset forgets what was asked.
func (m *Storage) Reset() {
	m.mu.Lock()
	m.asked = nil
	m.mu.Unlock()
}

// Bind implements xlator.Binder.
func (m *Storage) Bind(b *xlator.Bindings) {
	for op := range b.Fop {
		b.Fop[op] = m.handle
	}
}

func (m *Storage) handle(f *xlator.Frame, a *fops.Args) {
	if !m.quiet.Load() {
		c := CopyArgs(a)
		m.mu.Lock()
		m.asked = append(m.asked, c)
		m.mu.Unlock()
	}
	if m.async.Load() {
		f.Hold()
		go func() {
			m.answer(f, a)
			f.Drop()
		}()
		return
	}
	m.answer(f, a)
}

func (m *Storage) answer(f *xlator.Frame, a *fops.Args) {
	m.mu.Lock()
	raw, fn := m.raw[a.Op], m.fn[a.Op]
	m.mu.Unlock()
	if raw != nil {
		raw(f, a)
		return
	}
	r := f.NewReply(a.Op)
	if fn != nil {
		fn(CopyArgs(a), r)
	} else {
		m.fs.Serve(f, a, r)
	}
	f.Unwind(r)
}
