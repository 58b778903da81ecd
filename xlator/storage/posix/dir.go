package posix

import (
	"encoding/binary"
	"sync"
	"syscall"
	"unsafe"

	"golang.org/x/sys/unix"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/xlator"
)

// A dirReader is where the reading of an open directory stands. Positions are
// the backing filesystem's own cookies (d_off).
type dirReader struct {
	mu sync.Mutex
	// rest holds the records that were read and not yet asked for, as
	// getdents64(2) gives them. The names of entries are parts of it.
	rest string
	// next is the position of rest; start is set before the first reading.
	next  int64
	start bool
}

// The layout of struct linux_dirent64.
const (
	recOff  = 8
	recLen  = 16
	recType = 18
	recName = 19
)

// What an entry takes in the kernel's buffer: a header, and the name rounded
// up to eight bytes; with attributes, those of a look-up before it.
const (
	direntSize     = 24
	direntPlusSize = 128 + direntSize
)

// dirBufSize bounds what one request is answered with.
const dirBufSize = 128 << 10

// dirBufs are for getdents64. What was read is copied out of them, so that a
// directory which is open but idle costs nothing.
var dirBufs = sync.Pool{New: func() any { return new([dirBufSize]byte) }}

func (s *store) readdir(f *xlator.Frame, a *fops.Args, r *fops.Reply) syscall.Errno {
	return s.list(f, a, r, direntSize)
}

func (s *store) readdirp(f *xlator.Frame, a *fops.Args, r *fops.Reply) syscall.Errno {
	return s.list(f, a, r, direntPlusSize)
}

func (s *store) list(f *xlator.Frame, a *fops.Args, r *fops.Reply, header int) syscall.Errno {
	fl, e := s.fileOf(a.Fd)
	if e != 0 {
		return e
	}
	defer fl.drop()
	d := fl.dir
	if d == nil {
		return unix.ENOTDIR
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	budget := int(min(a.Size, dirBufSize))
	if e := d.fill(fl.fd, a.Offset, budget*direntSize/header); e != 0 {
		return e
	}
	n := d.count(budget, header)
	if n == 0 {
		if d.rest != "" {
			return unix.EINVAL // as getdents(2) when not even one fits
		}
		return 0
	}
	r.Entries = make([]fops.Dirent, n)
	for i := range r.Entries {
		d.take(s, fl, &r.Entries[i])
		if header == direntPlusSize {
			s.plus(f, fl, &r.Entries[i])
		}
	}
	r.OpRet = int64(n)
	return 0
}

// fill sees to it that rest begins at off. It seeks only if the reader is
// somewhere else, or is sent back to the beginning, which has to show what is
// new.
func (d *dirReader) fill(fd int, off int64, size int) syscall.Errno {
	if off != d.next || off == 0 && !d.start {
		d.rest = ""
		if _, err := unix.Seek(fd, off, unix.SEEK_SET); err != nil {
			return errnoOf(err)
		}
		d.next = off
	}
	d.start = false
	if d.rest != "" {
		return 0
	}
	buf := dirBufs.Get().(*[dirBufSize]byte)
	defer dirBufs.Put(buf)
	size = min(max(size, 4<<10), len(buf))
	for {
		n, err := unix.Getdents(fd, buf[:size])
		if err == unix.EINTR { //nolint:errorlint // bare
			continue
		}
		if err != nil {
			return errnoOf(err)
		}
		d.rest = string(buf[:n])
		return 0
	}
}

// bytesOf views text, which must not be changed, as bytes.
func bytesOf(text string) []byte { return unsafe.Slice(unsafe.StringData(text), len(text)) }

// recordLen is the length of the first record of rest.
func recordLen(rest []byte) int {
	if len(rest) < recName {
		return len(rest)
	}
	return min(int(binary.NativeEndian.Uint16(rest[recLen:])), len(rest))
}

// nameLen is the length of the name in a record, without what pads it.
func nameLen(rec []byte) int {
	n := 0
	for recName+n < len(rec) && rec[recName+n] != 0 {
		n++
	}
	return n
}

// count returns how many of the records fit.
func (d *dirReader) count(budget, header int) (n int) {
	for rest := bytesOf(d.rest); len(rest) > 0; n++ {
		l := recordLen(rest)
		if budget -= (header + nameLen(rest[:l]) + 7) &^ 7; budget < 0 {
			break
		}
		rest = rest[l:]
	}
	return n
}

// take moves the first record of rest to e.
func (d *dirReader) take(s *store, fl *file, e *fops.Dirent) {
	b := bytesOf(d.rest)
	l := recordLen(b)
	e.Name = d.rest[recName : recName+nameLen(b[:l])]
	e.Ino = s.ino(binary.NativeEndian.Uint64(b), fl.dev)
	e.Off = int64(binary.NativeEndian.Uint64(b[recOff:]))
	e.Type = uint32(b[recType]) << 12
	if e.Name == ".." && fl.gfid == fops.RootGFID {
		e.Ino = s.rootIno // what is above the root is nobody's business
	}
	d.rest = d.rest[l:]
	d.next = e.Off
}

// plus adds inode and attributes to an entry. Where that fails the entry comes
// without, and the kernel looks it up when it needs it.
func (s *store) plus(f *xlator.Frame, dir *file, e *fops.Dirent) {
	if e.Name == "." || e.Name == ".." {
		return
	}
	var st unix.Statx_t
	name := unsafe.StringData(e.Name) // the record ends it by NUL
	if statxAt(dir.fd, name, unix.AT_SYMLINK_NOFOLLOW|unix.AT_NO_AUTOMOUNT, statMask, &st) != 0 {
		return
	}
	in := s.known(f, &st)
	if in == nil {
		fd, errno := openatC(dir.fd, name, unix.O_PATH|unix.O_NOFOLLOW, 0)
		if errno != 0 {
			s.tooMany(errno)
			return
		}
		var h *handle
		if in, h, errno = s.adopt(f, fd, &st); errno != 0 {
			return
		}
		if h != nil {
			in = f.Call().NewInode()
			s.node.SetInodeCtx(in, h)
		}
	}
	e.Inode = in
	s.iatt(&e.Buf, &st)
	e.Ino, e.Type = e.Buf.Ino, e.Buf.Type()
}
