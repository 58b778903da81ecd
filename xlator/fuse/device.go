package fuse

import (
	"encoding/binary"
	"errors"
	"log/slog"
	"sync"
	"sync/atomic"
	"syscall"
	"time"
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
	// large has buffers as large as the largest request or answer (*[]byte).
	large sync.Pool

	idle    atomic.Int32 // readers that wait for a request
	ended   atomic.Bool
	over    chan struct{} // closed when ended is set
	readers sync.WaitGroup

	mu      sync.Mutex // guards the rest
	current map[*reader]struct{}
	spare   []*reader // those of readers that have ended, to be used again
}

// smallSize is enough for all requests but those that carry data, and all
// answers but those that do.
const smallSize = 8 << 10

// maxIdle is how many readers stay when there is nothing to do: one for the
// next request, and one for what the kernel sends along with it (FORGET,
// RELEASE). With more of them requests of one thread go round among readers
// whose stacks and buffers have gone cold; with one, readers come and go.
// In one noisy run with two CPUs, 1 was clearly slower than 2, and 4 a little.
const (
	maxIdle  = 2
	maxSpare = 16
)

// A reader is one goroutine's buffers. There may be thousands, one for each
// request that waits, so they are small; a request or an answer that is larger
// takes memory from the device's pool.
type reader struct {
	in, out [smallSize]byte
	// unique is the request that is being answered, 0 if none.
	unique atomic.Uint64
}

func newDevice(fd int, ps *gofuse.ProtocolServer, maxWrite int, log *slog.Logger) *device {
	d := &device{fd: fd, ps: ps, log: log, bufSize: maxWrite + 64<<10, over: make(chan struct{}), current: make(map[*reader]struct{})}
	d.large.New = func() any { b := make([]byte, d.bufSize); return &b }
	return d
}

func (d *device) newReader() *reader {
	d.mu.Lock()
	defer d.mu.Unlock()
	var r *reader
	if n := len(d.spare); n > 0 {
		r, d.spare = d.spare[n-1], d.spare[:n-1]
	} else {
		r = new(reader)
	}
	d.current[r] = struct{}{}
	return r
}

// init answers the kernel's first request, before which there is no other.
func (d *device) init() error {
	r := d.newReader()
	defer d.retire(r)
	in, err := d.take(r)
	if err != nil {
		return err
	}
	return d.answer(r, in)
}

// start begins to serve; wait returns when the mount is gone and all requests
// are answered.
func (d *device) start() {
	d.spawn()
}

// spawn starts a reader. It counts as idle from now on and not only when it
// runs: on a busy machine that may be much later, and until then every request
// would start another.
func (d *device) spawn() {
	d.readers.Add(1)
	d.idle.Add(1)
	go d.serve()
}

func (d *device) wait() {
	gone := make(chan struct{})
	go func() {
		d.readers.Wait()
		close(gone)
	}()
	<-d.over
	// A reader that has taken a request just before the end may begin to wait
	// with it only now, so that once is not enough.
	for pause := time.Millisecond; ; pause = min(2*pause, time.Second) {
		d.interruptAll()
		select {
		case <-gone:
			return
		case <-time.After(pause):
		}
	}
}

func (d *device) serve() {
	r := d.newReader()
	defer d.readers.Done()
	defer d.retire(r)
	for {
		in, err := d.take(r)
		last := d.idle.Add(-1) == 0
		switch {
		case err == unix.ENODEV:
			// Unmounted, or the connection was aborted. In that case requests
			// may wait for what never comes: wait interrupts them.
			d.end()
			return
		case err != nil:
			d.log.Error("cannot read from the kernel", "error", err)
			d.end()
			return
		}
		if last && !d.ended.Load() {
			d.spawn()
		}
		if err := d.answer(r, in); err != nil && err != unix.ENOENT && err != unix.ENODEV {
			d.log.Warn("cannot answer the kernel", "error", err)
		}
		if d.idle.Add(1) > maxIdle {
			d.idle.Add(-1)
			return
		}
	}
}

// end says that no more requests will come.
func (d *device) end() {
	if d.ended.CompareAndSwap(false, true) {
		close(d.over)
	}
}

// take reads one request. Only while it waits for one does a reader need as
// much memory as the largest takes; unless the request is large it goes on
// with its own.
func (d *device) take(r *reader) (in []byte, err error) {
	large := d.large.Get().(*[]byte)
	n, err := d.read(*large)
	if err != nil || n <= len(r.in) {
		in = r.in[:copy(r.in[:], (*large)[:max(n, 0)])]
		d.large.Put(large)
		return in, err
	}
	return (*large)[:n], nil
}

// header is that of a request.
func header(in []byte) *gofuse.InHeader { return (*gofuse.InHeader)(unsafe.Pointer(&in[0])) }

// answerSize is how much memory the answer to a request may take, at most.
func answerSize(in []byte) int {
	const read, getxattr, listxattr, readdir, ioctl, readdirplus = 15, 22, 23, 28, 39, 44
	at := int(unsafe.Sizeof(gofuse.InHeader{})) // where the request says the size
	switch header(in).Opcode {
	case read, readdir, readdirplus:
		at += 16
	case getxattr, listxattr:
	case ioctl:
		at += 28
	default:
		return smallSize
	}
	if at+4 > len(in) {
		return smallSize
	}
	const headers = 256
	return int(binary.NativeEndian.Uint32(in[at:])) + headers
}

// read reads one request.
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
func (d *device) answer(r *reader, request []byte) error {
	if len(request) > len(r.in) {
		whole := request[:cap(request)]
		defer d.large.Put(&whole)
	}
	reply := r.out[:]
	if answerSize(request) > len(reply) {
		large := d.large.Get().(*[]byte)
		defer d.large.Put(large)
		reply = *large
	}
	r.unique.Store(header(request).Unique)
	in, out := [1][]byte{request}, [1][]byte{reply}
	size, status := d.ps.HandleRequest(in[:], out[:])
	unique := r.unique.Swap(0)
	if !status.Ok() {
		return d.fail(unique, unix.EIO)
	}
	if size == 0 {
		return nil
	}
	_, err := unix.Write(d.fd, reply[:size])
	if err == unix.EINVAL {
		// The kernel refuses an answer that is malformed and goes on waiting
		// for another.
		return errors.Join(err, d.fail(unique, unix.EIO))
	}
	return err
}

// fail answers a request with an error.
func (d *device) fail(unique uint64, e syscall.Errno) error {
	var msg [16]byte
	binary.NativeEndian.PutUint32(msg[:], uint32(len(msg)))
	binary.NativeEndian.PutUint32(msg[4:], uint32(-int32(e)))
	binary.NativeEndian.PutUint64(msg[8:], unique)
	_, err := unix.Write(d.fd, msg[:])
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
