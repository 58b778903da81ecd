package fuse

import (
	"encoding/binary"
	"log/slog"
	"sync"
	"sync/atomic"
	"unsafe"

	gofuse "github.com/hanwen/go-fuse/v2/fuse"
	"golang.org/x/sys/unix"
)

// device carries requests between /dev/fuse and go-fuse's protocol server.
// go-fuse has a loop of its own, which hands every request from one reader to
// the next; here a reader answers what it has read and reads on, so that a
// request by one thread stays on one thread. A reader that a request keeps
// waiting (a lock, a slow translator) is replaced by another.
type device struct {
	fd      int
	ps      *gofuse.ProtocolServer
	log     *slog.Logger
	bufSize int

	idle    atomic.Int32 // readers that wait for a request
	ended   atomic.Bool
	readers sync.WaitGroup

	mu      sync.Mutex // guards the rest
	current map[*reader]struct{}
	spare   []*reader // those of readers that have ended, to be used again
}

// maxIdle is how many readers stay when there is nothing to do: enough that
// a burst seldom needs another, and few enough that requests of one thread
// find a reader whose stack and buffers are warm. maxSpare is how many pairs of
// buffers are kept besides.
const (
	maxIdle  = 4
	maxSpare = 16
)

// A reader is one goroutine's buffers. They are as large as the largest
// request, but only what is used takes memory.
type reader struct {
	in, out []byte
	// unique is the request that is being answered, 0 if none.
	unique atomic.Uint64
}

func newDevice(fd int, ps *gofuse.ProtocolServer, maxWrite int, log *slog.Logger) *device {
	return &device{fd: fd, ps: ps, log: log, bufSize: maxWrite + 64<<10, current: make(map[*reader]struct{})}
}

func (d *device) newReader() *reader {
	d.mu.Lock()
	defer d.mu.Unlock()
	var r *reader
	if n := len(d.spare); n > 0 {
		r, d.spare = d.spare[n-1], d.spare[:n-1]
	} else {
		r = &reader{in: make([]byte, d.bufSize), out: make([]byte, d.bufSize)}
	}
	d.current[r] = struct{}{}
	return r
}

// init answers the kernel's first request, before which there is no other.
func (d *device) init() error {
	r := d.newReader()
	defer d.retire(r)
	n, err := d.read(r.in)
	if err != nil {
		return err
	}
	return d.answer(r, n)
}

// start begins to serve; wait returns when the mount is gone and all requests
// are answered.
func (d *device) start() {
	d.readers.Add(1)
	go d.serve()
}

func (d *device) wait() { d.readers.Wait() }

func (d *device) serve() {
	r := d.newReader()
	defer d.readers.Done()
	defer d.retire(r)
	for {
		d.idle.Add(1)
		n, err := d.read(r.in)
		last := d.idle.Add(-1) == 0
		switch {
		case err == unix.ENODEV:
			// Unmounted, or the connection was aborted. In that case requests
			// may wait for what never comes.
			d.ended.Store(true)
			d.interruptAll()
			return
		case err != nil:
			d.log.Error("cannot read from the kernel", "error", err)
			d.ended.Store(true)
			return
		}
		if last && !d.ended.Load() && !isForget(r.in[:n]) {
			d.readers.Add(1)
			go d.serve()
		}
		if err := d.answer(r, n); err != nil && err != unix.ENOENT && err != unix.ENODEV {
			d.log.Warn("cannot answer the kernel", "error", err)
		}
		if d.idle.Load() >= maxIdle {
			return
		}
	}
}

// isForget reports whether a request wants no answer. The kernel sends those
// without bound, so one reader at a time is enough for them.
func isForget(in []byte) bool {
	const forget, batchForget = 2, 42
	op := (*gofuse.InHeader)(unsafe.Pointer(&in[0])).Opcode
	return op == forget || op == batchForget
}

// read takes one request.
func (d *device) read(buf []byte) (int, error) {
	for {
		n, err := unix.Read(d.fd, buf)
		switch err {
		case unix.EINTR, unix.EAGAIN, unix.ENOENT:
			// ENOENT: the request was interrupted while it was read.
			continue
		case nil:
			if n < int(unsafe.Sizeof(gofuse.InHeader{})) {
				return 0, unix.EIO
			}
		}
		return n, err
	}
}

// answer has a request handled and writes the answer.
func (d *device) answer(r *reader, n int) error {
	r.unique.Store((*gofuse.InHeader)(unsafe.Pointer(&r.in[0])).Unique)
	in, out := [1][]byte{r.in[:n]}, [1][]byte{r.out}
	size, status := d.ps.HandleRequest(in[:], out[:])
	r.unique.Store(0)
	if !status.Ok() || size == 0 {
		return nil
	}
	_, err := unix.Write(d.fd, r.out[:size])
	return err
}

// retire ends the use of a reader.
func (d *device) retire(r *reader) {
	d.mu.Lock()
	delete(d.current, r)
	if len(d.spare) < maxSpare {
		d.spare = append(d.spare, r)
	}
	d.mu.Unlock()
}

// interruptAll has requests that wait give up, as if their callers had got a
// signal.
func (d *device) interruptAll() {
	d.mu.Lock()
	var waiting []uint64
	for r := range d.current {
		if u := r.unique.Load(); u != 0 {
			waiting = append(waiting, u)
		}
	}
	d.mu.Unlock()
	for _, u := range waiting {
		const interrupt = 36
		in := gofuse.InterruptIn{InHeader: gofuse.InHeader{Opcode: interrupt}, Unique: u}
		in.Length = uint32(unsafe.Sizeof(in))
		d.ps.HandleRequest([][]byte{unsafe.Slice((*byte)(unsafe.Pointer(&in)), unsafe.Sizeof(in))}, [][]byte{make([]byte, 64)})
	}
}

// Notifications are answers to no request: the number of the notification
// stands where the error does.
const (
	notifyInvalInode = 2
	notifyInvalEntry = 3
	notifyDelete     = 6
)

// notify tells the kernel something. Failures are the kernel's to have: what
// is not cached cannot be invalidated.
func (d *device) notify(code int32, words ...any) {
	msg := make([]byte, 16, 128)
	for _, w := range words {
		switch w := w.(type) {
		case string:
			msg = append(append(msg, w...), 0)
		case uint32:
			msg = binary.NativeEndian.AppendUint32(msg, w)
		case uint64:
			msg = binary.NativeEndian.AppendUint64(msg, w)
		case int64:
			msg = binary.NativeEndian.AppendUint64(msg, uint64(w))
		}
	}
	binary.NativeEndian.PutUint32(msg, uint32(len(msg)))
	binary.NativeEndian.PutUint32(msg[4:], uint32(code))
	_, _ = unix.Write(d.fd, msg)
}

// readResult hands over data that is in the answer's memory already, or has to
// be copied there.
type readResult struct{ data []byte }

func (r *readResult) Size() int                            { return len(r.data) }
func (r *readResult) Done()                                {}
func (r *readResult) Bytes([]byte) ([]byte, gofuse.Status) { return r.data, gofuse.OK }
func (r *readResult) Readv(dst [][]byte) (n int, _ gofuse.Status) {
	data := r.data
	for _, d := range dst {
		if len(data) > 0 && len(d) > 0 && &d[0] == &data[0] {
			k := min(len(d), len(data))
			n, data = n+k, data[k:]
			continue
		}
		k := copy(d, data)
		n, data = n+k, data[k:]
	}
	return n, gofuse.OK
}
