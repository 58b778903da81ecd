package posix

import (
	"crypto/sha256"
	"hash/adler32"
	"os"
	"strings"
	"syscall"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/sys/unix"

	"github.com/windlassfs/windlass/fops"
)

func TestReadAndWrite(t *testing.T) {
	c := serve(t, "observe", "")
	fd, in, _, e := c.create(c.root(), "file", unix.O_RDWR, 0o644)
	require.Zero(t, e)
	n, e := c.write(fd, "hello world", 0, 0)
	require.Zero(t, e)
	require.Equal(t, int64(11), n)
	data, e := c.read(fd, 5, 6)
	require.Zero(t, e)
	require.Equal(t, "world", data)
	data, e = c.read(fd, 100, 6)
	require.Zero(t, e)
	require.Equal(t, "world", data, "short at the end")
	data, e = c.read(fd, 100, 1000)
	require.Zero(t, e)
	require.Empty(t, data)
	data, e = c.read(fd, 1<<40, 6)
	require.Zero(t, e, "who asks for everything gets what there is")
	require.Equal(t, "world", data)
	_, e = c.read(fd, 1, -1)
	require.Equal(t, unix.EINVAL, e)

	const far = 5 << 30
	_, e = c.write(fd, "far", far, 0)
	require.Zero(t, e)
	data, e = c.read(fd, 3, far)
	require.Zero(t, e)
	require.Equal(t, "far", data)
	st, e := c.stat(in)
	require.Zero(t, e)
	require.Equal(t, uint64(far+3), st.Size)
	require.Less(t, st.Blocks*512, uint64(1<<20), "sparse")

	ro := c.mustOpen(in, unix.O_RDONLY)
	_, e = c.write(ro, "x", 0, 0)
	require.Equal(t, unix.EBADF, e)
	wo := c.mustOpen(in, unix.O_WRONLY|unix.O_CREAT|unix.O_EXCL|unix.O_NOFOLLOW|unix.O_DIRECT)
	_, e = c.read(wo, 1, 0)
	require.Equal(t, unix.EBADF, e)
	_, e = c.write(wo, "odd", 1, 0)
	require.Zero(t, e, "O_DIRECT is the kernel's affair")
	c.mustOpen(in, unix.O_RDWR|unix.O_TRUNC)
	st, e = c.stat(in)
	require.Zero(t, e)
	require.Zero(t, st.Size)
	_, e = c.open(c.root(), unix.O_RDONLY)
	require.Equal(t, unix.EISDIR, e)
	_, e = c.opendir(in)
	require.Equal(t, unix.ENOTDIR, e)
}

func TestAppendBehindTheMount(t *testing.T) {
	c := serve(t)
	writeFile(t, c.path("log"), "1\n")
	fd := c.mustOpen(c.find("log"), unix.O_WRONLY|unix.O_APPEND)
	out, err := os.OpenFile(c.path("log"), os.O_WRONLY|os.O_APPEND, 0)
	require.NoError(t, err)
	defer out.Close()
	_, err = out.WriteString("2\n")
	require.NoError(t, err)
	_, e := c.write(fd, "3\n", 2, unix.O_APPEND) // where the kernel thinks the end is
	require.Zero(t, e)
	require.Equal(t, "1\n2\n3\n", readFile(t, c.path("log")))
	_, e = c.write(fd, "x", 2, 0) // a mapped page that is written back
	require.Zero(t, e)
	require.Equal(t, "1\nx\n3\n", readFile(t, c.path("log")))
}

func TestDeletedButOpen(t *testing.T) {
	c := serve(t)
	fd, in, _, e := c.create(c.root(), "file", unix.O_RDWR, 0o600)
	require.Zero(t, e)
	require.Zero(t, c.byName(fops.OpUnlink, c.root(), "file"))
	_, e = c.write(fd, "still here", 0, 0)
	require.Zero(t, e)
	second := c.mustOpen(in, unix.O_RDONLY)
	data, e := c.read(second, 100, 0)
	require.Zero(t, e)
	require.Equal(t, "still here", data)
	post, e := c.setattr(in, fops.SetMode, fops.Iatt{Mode: 0o640})
	require.Zero(t, e)
	require.Equal(t, uint32(unix.S_IFREG|0o640), post.Mode)
	require.Zero(t, c.byFd(fops.OpFsetattr, fd, func(a *fops.Args) { a.Valid, a.Buf.Mode = fops.SetMode, 0o600 }, func(r *fops.Reply) {
		require.Equal(t, uint32(unix.S_IFREG|0o600), r.Post.Mode)
		require.Zero(t, r.Post.Nlink)
	}))
	require.Zero(t, c.byInode(fops.OpTruncate, in, func(a *fops.Args) { a.Offset = 5 }, func(r *fops.Reply) { require.Equal(t, uint64(5), r.Post.Size) }))
}

func TestRenamedFromOutside(t *testing.T) {
	c := serve(t)
	require.NoError(t, os.MkdirAll(c.path("a/b"), 0o755))
	writeFile(t, c.path("a/b/file"), "x")
	dir, file := c.find("a/b"), c.find("a/b/file")
	require.NoError(t, os.Rename(c.path("a"), c.path("z")))
	require.NoError(t, os.Rename(c.path("z/b/file"), c.path("z/b/other")))
	fd := c.mustOpen(file, unix.O_RDONLY)
	data, e := c.read(fd, 1, 0)
	require.Zero(t, e)
	require.Equal(t, "x", data)
	_, e = c.mkdir(dir, "sub", 0o755)
	require.Zero(t, e)
	require.DirExists(t, c.path("z/b/sub"))
}

func TestTruncate(t *testing.T) {
	c := serve(t, "observe", "")
	fd, in, _, e := c.create(c.root(), "file", unix.O_RDWR, 0o600)
	require.Zero(t, e)
	require.Zero(t, c.byFd(fops.OpFtruncate, fd, func(a *fops.Args) { a.Offset = 7 << 30 }, func(r *fops.Reply) {
		require.True(t, r.Pre.Known())
		require.Equal(t, uint64(7<<30), r.Post.Size)
	}))
	require.Equal(t, unix.EINVAL, c.byInode(fops.OpTruncate, in, func(a *fops.Args) { a.Offset = -1 }, nil))
	require.Equal(t, unix.EISDIR, c.byInode(fops.OpTruncate, c.root(), nil, nil))
	fifo, _, e := c.entry(fops.OpMknod, c.root(), "fifo", func(a *fops.Args) { a.Mode = unix.S_IFIFO | 0o600 })
	require.Zero(t, e)
	require.Equal(t, unix.EINVAL, c.byInode(fops.OpTruncate, fifo, nil, nil))
}

func TestHoles(t *testing.T) {
	c := serve(t)
	fd, _, _, e := c.create(c.root(), "file", unix.O_RDWR, 0o600)
	require.Zero(t, e)
	block := strings.Repeat("x", 64<<10)
	for _, off := range []int64{0, 1 << 20} {
		_, e = c.write(fd, block, off, 0)
		require.Zero(t, e)
	}
	seek := func(off int64, what int32) (at int64) {
		require.Zero(t, c.byFd(fops.OpSeek, fd, func(a *fops.Args) { a.Offset, a.Type = off, what }, func(r *fops.Reply) { at = r.Offset }))
		return at
	}
	require.Equal(t, int64(64<<10), seek(0, unix.SEEK_HOLE))
	require.Equal(t, int64(1<<20), seek(64<<10, unix.SEEK_DATA))
	require.Equal(t, unix.ENXIO, c.byFd(fops.OpSeek, fd, func(a *fops.Args) { a.Offset, a.Type = 1<<30, unix.SEEK_DATA }, nil))
	require.Equal(t, unix.EINVAL, c.byFd(fops.OpSeek, fd, func(a *fops.Args) { a.Type = unix.SEEK_SET }, nil))

	rng := func(off int64, n uint64) func(*fops.Args) {
		return func(a *fops.Args) { a.Offset, a.Size = off, n }
	}
	require.Zero(t, c.byFd(fops.OpDiscard, fd, rng(0, 64<<10), nil))
	require.Equal(t, int64(1<<20), seek(0, unix.SEEK_DATA))
	if e := c.byFd(fops.OpZerofill, fd, rng(1<<20, 4), nil); e != unix.EOPNOTSUPP {
		require.Zero(t, e)
		data, e := c.read(fd, 5, 1<<20)
		require.Zero(t, e)
		require.Equal(t, "\x00\x00\x00\x00x", data)
	}
	require.Zero(t, c.byFd(fops.OpFallocate, fd, rng(0, 4<<20), func(*fops.Reply) {}))
	require.Zero(t, c.byFd(fops.OpFstat, fd, nil, func(r *fops.Reply) { require.Equal(t, uint64(4<<20), r.Buf.Size) }))
	require.Zero(t, c.byFd(fops.OpFallocate, fd, func(a *fops.Args) { a.Offset, a.Size, a.Flags = 4<<20, 1<<20, unix.FALLOC_FL_KEEP_SIZE }, nil))
	require.Zero(t, c.byFd(fops.OpFstat, fd, nil, func(r *fops.Reply) { require.Equal(t, uint64(4<<20), r.Buf.Size) }))
}

func TestCopyAndChecksum(t *testing.T) {
	c := serve(t)
	in, _, _, e := c.create(c.root(), "in", unix.O_RDWR, 0o600)
	require.Zero(t, e)
	out, _, _, e := c.create(c.root(), "out", unix.O_RDWR, 0o600)
	require.Zero(t, e)
	text := strings.Repeat("0123456789", 50000)
	_, e = c.write(in, text, 0, 0)
	require.Zero(t, e)
	require.Zero(t, c.byFd(fops.OpCopyFileRange, in, func(a *fops.Args) { a.Fd2, a.Offset, a.Offset2, a.Size = out, 10, 1, 1<<40 }, func(r *fops.Reply) {
		require.Equal(t, int64(len(text)-10), r.OpRet)
	}))
	data, e := c.read(out, 1<<20, 1)
	require.Zero(t, e)
	require.Equal(t, text[10:], data)
	require.Zero(t, c.byFd(fops.OpRchecksum, in, func(a *fops.Args) { a.Offset, a.Size = 5, 1<<30 }, func(r *fops.Reply) {
		sum := sha256.Sum256([]byte(text[5:]))
		require.Equal(t, sum[:], r.Strong)
		require.Equal(t, adler32.Checksum([]byte(text[5:])), r.Weak)
	}))
	c.store().closeTells = true // as on NFS
	for _, op := range []fops.Op{fops.OpFsync, fops.OpFlush} {
		require.Zero(t, c.byFd(op, in, nil, nil))
	}
	require.Zero(t, c.byFd(fops.OpFsync, in, func(a *fops.Args) { a.Flags = fops.FsyncData }, nil))
	require.Zero(t, c.byInode(fops.OpSyncfs, c.root(), nil, nil))
	require.Zero(t, c.byFd(fops.OpPoll, in, func(a *fops.Args) { a.Flags = unix.POLLIN | unix.POLLHUP }, func(r *fops.Reply) { require.Equal(t, uint32(unix.POLLIN), r.Flags) }))
	require.Zero(t, c.byFd(fops.OpPoll, in, nil, func(r *fops.Reply) { require.Equal(t, uint32(unix.POLLIN|unix.POLLOUT), r.Flags) }))
}

// TestCopyIsInterrupted: a caller that gets a signal waits for a piece of what
// it asked for and not for all.
func TestCopyIsInterrupted(t *testing.T) {
	c := serve(t)
	in, _, _, e := c.create(c.root(), "in", unix.O_RDWR, 0o600)
	require.Zero(t, e)
	out, _, _, e := c.create(c.root(), "out", unix.O_RDWR, 0o600)
	require.Zero(t, e)
	const size = copyPiece + 1<<20
	require.NoError(t, os.Truncate(c.path("in"), size))
	copied := int64(0)
	copyAll := func() syscall.Errno {
		return c.byFd(fops.OpCopyFileRange, in, func(a *fops.Args) { a.Fd2, a.Size = out, size }, func(r *fops.Reply) { copied = r.OpRet })
	}
	require.Zero(t, copyAll())
	require.Equal(t, int64(size), copied)
	c.cancel = make(chan struct{})
	close(c.cancel)
	require.Zero(t, copyAll())
	require.Equal(t, int64(copyPiece), copied)
	c.cancel = nil
}

func TestIoctl(t *testing.T) {
	c := serve(t)
	fd, _, _, e := c.create(c.root(), "file", unix.O_RDWR, 0o600)
	require.Zero(t, e)
	ioctl := func(c *client, cmd uint32, in []byte, size uint64) (out []byte, e error) {
		if e := c.byFd(fops.OpIoctl, fd, func(a *fops.Args) { a.Cmd, a.Vector, a.Size = int32(cmd), in, size }, func(r *fops.Reply) { out = r.Vector }); e != 0 {
			return nil, e
		}
		return out, nil
	}
	_, err := ioctl(c, unix.TCGETS, nil, 64)
	require.Equal(t, unix.ENOTTY, err)
	flags, err := ioctl(c, unix.FS_IOC_GETFLAGS, nil, 8)
	if err == unix.ENOTTY || err == unix.EOPNOTSUPP { //nolint:errorlint // bare
		t.Skip("the filesystem has no file attributes")
	}
	require.NoError(t, err)
	require.Len(t, flags, 8)
	const noDump, immutable = 0x40, 0x10
	flags[0] |= noDump
	_, err = ioctl(c, unix.FS_IOC_SETFLAGS, flags, 0)
	require.NoError(t, err)
	flags, err = ioctl(c, unix.FS_IOC_GETFLAGS, nil, 8)
	require.NoError(t, err)
	require.NotZero(t, flags[0]&noDump)
	if os.Geteuid() == 0 {
		flags[0] |= immutable
		_, err = ioctl(c.as(1234, 1234), unix.FS_IOC_SETFLAGS, flags, 0)
		require.Equal(t, unix.EPERM, err, "that takes a capability which the caller lacks")
	}
}
