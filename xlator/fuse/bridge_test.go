package fuse

import (
	"log/slog"
	"syscall"
	"testing"
	"unsafe"

	gofuse "github.com/hanwen/go-fuse/v2/fuse"
	"github.com/stretchr/testify/require"
	"golang.org/x/sys/unix"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/xlator"
)

// answerer is a leaf that answers every fop with one error (0 for success) and
// notes what it was asked for. Those in lacks it does not handle.
type answerer struct {
	errno syscall.Errno
	lacks map[fops.Op]bool
	asked []fops.Args
}

func (l *answerer) Bind(b *xlator.Bindings) {
	for op := range fops.Op(fops.NumOps) {
		if l.lacks[op] {
			continue
		}
		b.Fop[op] = func(f *xlator.Frame, a *fops.Args) {
			l.asked = append(l.asked, *a)
			if l.errno != 0 {
				f.Fail(l.errno)
				return
			}
			r := f.NewReply(op)
			r.Buf.Flags = 1
			f.Unwind(r)
		}
	}
}

func serveAnswerer(t *testing.T, l *answerer) *bridge {
	var reg xlator.Registry
	reg.Register(&xlator.Type{Name: "test/answerer", New: func(*xlator.Node) (any, error) { return l, nil }})
	g, err := xlator.Build(&reg, &xlator.Spec{Volumes: []xlator.VolumeSpec{{Name: "leaf", Type: "test/answerer"}}}, xlator.BuildOptions{})
	require.NoError(t, err)
	require.NoError(t, g.Init())
	t.Cleanup(g.Fini)
	b := newBridge(g, Options{Log: slog.New(slog.DiscardHandler)})
	fd := fops.NewFd(g.Inodes().Root(), 0, false, 0)
	b.fds.Put(fd, func(id uint64) { fd.ID = id })
	return b
}

var root = gofuse.InHeader{NodeId: 1}

// asks are requests to which the kernel remembers ENOSYS, or takes it for
// something else.
var asks = map[fops.Op]func(*bridge) gofuse.Status{
	fops.OpOpen: func(b *bridge) gofuse.Status { return b.Open(nil, &gofuse.OpenIn{InHeader: root}, &gofuse.OpenOut{}) },
	fops.OpOpendir: func(b *bridge) gofuse.Status {
		return b.OpenDir(nil, &gofuse.OpenIn{InHeader: root}, &gofuse.OpenOut{})
	},
	fops.OpCreate: func(b *bridge) gofuse.Status {
		return b.Create(nil, &gofuse.CreateIn{InHeader: root}, "a", &gofuse.CreateOut{})
	},
	fops.OpFlush:  func(b *bridge) gofuse.Status { return b.Flush(nil, &gofuse.FlushIn{InHeader: root, Fh: 1}) },
	fops.OpFsync:  func(b *bridge) gofuse.Status { return b.Fsync(nil, &gofuse.FsyncIn{InHeader: root, Fh: 1}) },
	fops.OpAccess: func(b *bridge) gofuse.Status { return b.Access(nil, &gofuse.AccessIn{InHeader: root}) },
	fops.OpGetxattr: func(b *bridge) gofuse.Status {
		_, s := b.GetXAttr(nil, &root, "user.a", nil)
		return s
	},
	fops.OpFallocate: func(b *bridge) gofuse.Status {
		return b.Fallocate(nil, &gofuse.FallocateIn{InHeader: root, Fh: 1})
	},
	fops.OpRename: func(b *bridge) gofuse.Status {
		return b.Rename(nil, &gofuse.RenameIn{InHeader: root, Newdir: 1, Flags: renameExchange}, "a", "b")
	},
	fops.OpSeek: func(b *bridge) gofuse.Status {
		return b.Lseek(nil, &gofuse.LseekIn{InHeader: root, Fh: 1}, &gofuse.LseekOut{})
	},
}

func TestNotSupportedOnce(t *testing.T) {
	want := map[fops.Op]gofuse.Status{
		fops.OpFlush: gofuse.OK, fops.OpFsync: gofuse.OK, fops.OpAccess: gofuse.OK, fops.OpRename: gofuse.EINVAL,
	}
	b := serveAnswerer(t, &answerer{errno: syscall.ENOSYS})
	for op, ask := range asks {
		w, ok := want[op]
		if !ok {
			w = gofuse.Status(syscall.EOPNOTSUPP)
		}
		require.Equal(t, w, ask(b), op)
	}
}

func TestNeverSupported(t *testing.T) {
	lacks := map[fops.Op]bool{}
	for op := range asks {
		lacks[op] = true
	}
	b := serveAnswerer(t, &answerer{lacks: lacks})
	for op, ask := range asks {
		want := gofuse.ENOSYS
		if op == fops.OpOpen || op == fops.OpOpendir {
			want = gofuse.Status(syscall.EOPNOTSUPP)
		}
		require.Equal(t, want, ask(b), op)
	}
}

// The kernel does not take an answer with such an error, and the caller would
// wait for ever.
func TestErrorsThatTheKernelRefuses(t *testing.T) {
	for errno, want := range map[syscall.Errno]gofuse.Status{511: 511, 512: gofuse.EIO, 4095: gofuse.EIO} {
		b := serveAnswerer(t, &answerer{errno: errno})
		require.Equal(t, want, b.Access(nil, &gofuse.AccessIn{InHeader: root}))
	}
}

// With HANDLE_KILLPRIV_V2 the kernel leaves it to the server to drop set-id
// bits at fallocate and copy_file_range, and does not say when.
func TestFallocateDropsPrivileges(t *testing.T) {
	for uid, want := range map[uint32][]fops.Op{0: {fops.OpFallocate}, 1000: {fops.OpFsetattr, fops.OpFallocate}} {
		l := &answerer{}
		b := serveAnswerer(t, l)
		h := root
		h.Uid = uid
		require.True(t, b.Fallocate(nil, &gofuse.FallocateIn{InHeader: h, Fh: 1, Length: 1}).Ok())
		var got []fops.Op
		for _, a := range l.asked {
			got = append(got, a.Op)
		}
		require.Equal(t, want, got)
		if uid != 0 {
			require.Equal(t, fops.SetKillPriv, l.asked[0].Valid)
		}
	}
}

// A page that is written back has its place, even if the kernel does it through
// a file that was opened for appending.
func TestWriteBackDoesNotAppend(t *testing.T) {
	l := &answerer{}
	b := serveAnswerer(t, l)
	for _, flags := range []uint32{0, gofuse.WRITE_CACHE} {
		_, s := b.Write(nil, &gofuse.WriteIn{InHeader: root, Fh: 1, Flags: unix.O_RDWR | unix.O_APPEND, WriteFlags: flags}, []byte("a"))
		require.True(t, s.Ok())
	}
	require.EqualValues(t, unix.O_RDWR|unix.O_APPEND, l.asked[0].Flags)
	require.EqualValues(t, unix.O_RDWR, l.asked[1].Flags)
}

// A request that waits must cost little: anybody can have thousands.
func TestWaitingRequestsAreSmall(t *testing.T) {
	require.Less(t, unsafe.Sizeof(reader{}), uintptr(32<<10))
	pair, err := unix.Socketpair(unix.AF_UNIX, unix.SOCK_SEQPACKET|unix.SOCK_CLOEXEC, 0)
	require.NoError(t, err)
	defer unix.Close(pair[0])
	defer unix.Close(pair[1])
	d := newDevice(pair[0], nil, 64<<10, slog.New(slog.DiscardHandler))
	r := d.newReader()
	for _, n := range []int{40, smallSize, smallSize + 1, 64 << 10} {
		msg := make([]byte, n)
		msg[n-1] = 7
		_, err := unix.Write(pair[1], msg)
		require.NoError(t, err)
		in, err := d.take(r)
		require.NoError(t, err)
		require.Equal(t, msg, in)
		require.Equal(t, n <= smallSize, &in[0] == &r.in[0], n)
	}
	read := make([]byte, 80)
	header(read).Opcode = 15
	read[40+16+2] = 1 // 64 KiB
	require.Greater(t, answerSize(read), 64<<10)
	header(read).Opcode = 1
	require.LessOrEqual(t, answerSize(read), smallSize)
}
