package posix

import (
	"os"
	"strings"
	"syscall"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/sys/unix"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/xlator"
)

func TestEveryFopIsAnswered(t *testing.T) {
	for op := range fops.Op(fops.NumOps) {
		spec := op.Spec()
		has := handlers[op] != nil || op == fops.OpLk
		require.NotEqual(t, has, spec.Unsupported != "", "%s: a handler, or a reason why there is none", spec.Name)
	}
	c := serve(t)
	require.Equal(t, unix.EOPNOTSUPP, c.do(fops.OpLease, nil, nil))
	require.Equal(t, unix.EOPNOTSUPP, c.do(fops.OpBmap, nil, nil))
	for op := range fops.Op(fops.NumOps) {
		// Whatever is missing in a request, it is answered.
		require.NotEqual(t, unix.ENOSYS, c.do(op, nil, nil), op)
	}
}

func TestLookup(t *testing.T) {
	c := serve(t, "observe", "")
	writeFile(t, c.path("file"), "hello")
	require.NoError(t, os.Mkdir(c.path("dir"), 0o750))
	require.NoError(t, os.Symlink("file", c.path("link")))
	require.NoError(t, os.Link(c.path("file"), c.path("hard")))

	_, _, e := c.lookup(c.root(), "missing")
	require.Equal(t, unix.ENOENT, e)

	file, buf, e := c.lookup(c.root(), "file")
	require.Zero(t, e)
	var st unix.Stat_t
	require.NoError(t, unix.Stat(c.path("file"), &st))
	require.Equal(t, st.Ino, buf.Ino)
	require.Equal(t, uint64(5), buf.Size)
	require.Equal(t, uint32(2), buf.Nlink)
	require.Equal(t, st.Mtim.Nsec, int64(buf.Mtime.Nsec))
	require.Equal(t, file.GFID, buf.GFID)
	require.Equal(t, uint32(unix.S_IFREG), file.Type)

	hard, _, e := c.lookup(c.root(), "hard")
	require.Zero(t, e)
	require.Same(t, file, hard, "hard links are one inode")

	link, buf, e := c.lookup(c.root(), "link")
	require.Zero(t, e)
	require.Equal(t, uint32(unix.S_IFLNK), buf.Type(), "a symbolic link is not followed")
	require.NotEqual(t, file.GFID, link.GFID)

	dir, _, e := c.lookup(c.root(), "dir")
	require.Zero(t, e)
	for name, want := range map[string]*fops.Inode{".": dir, "..": c.root()} {
		in, buf, e := c.lookup(dir, name)
		require.Zero(t, e)
		require.Same(t, want, in, name)
		require.Equal(t, want.GFID, buf.GFID)
	}
	up, _, e := c.lookup(c.root(), "..")
	require.Zero(t, e)
	require.Same(t, c.root(), up, "nothing is above the root")

	require.Zero(t, c.byInode(fops.OpLookup, file, nil, func(r *fops.Reply) {
		require.Same(t, file, r.Inode)
		require.Equal(t, uint64(5), r.Buf.Size)
	}), "nameless")
	_, _, e = c.lookup(file, "x")
	require.Equal(t, unix.ENOTDIR, e)
	for _, bad := range []string{"a/b", "../x", "/etc", "nul\x00nul", strings.Repeat("x", 2000)} {
		_, _, e = c.lookup(c.root(), bad)
		require.NotZero(t, e, "%q", bad)
	}
	_, _, e = c.lookup(c.root(), strings.Repeat("x", 256))
	require.Equal(t, unix.ENAMETOOLONG, e)
}

func TestNamesAreBytes(t *testing.T) {
	c := serve(t)
	for _, name := range []string{strings.Repeat("n", 255), "\xff\xfe\x80", "new\nline", "-", "...", "ü"} {
		fd, in, _, e := c.create(c.root(), name, unix.O_RDWR, 0o600)
		require.Zero(t, e, "%q", name)
		again, _, e := c.lookup(c.root(), name)
		require.Zero(t, e)
		require.Same(t, in, again)
		c.release(fd)
		require.Zero(t, c.byName(fops.OpUnlink, c.root(), name))
	}
}

func TestMakeAndRemove(t *testing.T) {
	c := serve(t, "observe", "")
	dir, e := c.mkdir(c.root(), "dir", 0o2755)
	require.Zero(t, e)
	require.Equal(t, uint32(unix.S_IFDIR), dir.Type)
	_, e = c.mkdir(c.root(), "dir", 0o755)
	require.Equal(t, unix.EEXIST, e)

	fifo, buf, e := c.entry(fops.OpMknod, dir, "fifo", func(a *fops.Args) { a.Mode = unix.S_IFIFO | 0o644 })
	require.Zero(t, e)
	require.Equal(t, uint32(unix.S_IFIFO|0o644), buf.Mode)
	_, e = c.open(fifo, unix.O_RDONLY)
	require.Equal(t, unix.ENXIO, e, "does not wait for a writer")

	link, _, e := c.entry(fops.OpSymlink, dir, "link", func(a *fops.Args) { a.Path = "/no\xffwhere" })
	require.Zero(t, e)
	require.Zero(t, c.byInode(fops.OpReadlink, link, nil, func(r *fops.Reply) { require.Equal(t, "/no\xffwhere", r.Path) }))
	require.Zero(t, c.byInode(fops.OpReadlink, link, func(a *fops.Args) { a.Size = 3 }, func(r *fops.Reply) { require.Equal(t, "/no", r.Path) }))
	require.Equal(t, unix.EINVAL, c.byInode(fops.OpReadlink, dir, nil, nil))
	_, e = c.open(link, unix.O_RDONLY)
	require.Equal(t, unix.ELOOP, e)

	require.Equal(t, unix.ENOTEMPTY, c.byName(fops.OpRmdir, c.root(), "dir"))
	require.Equal(t, unix.EISDIR, c.byName(fops.OpUnlink, c.root(), "dir"))
	require.Equal(t, unix.ENOTDIR, c.byName(fops.OpRmdir, dir, "link"))
	for _, bad := range []string{"", ".", "..", "a/b"} {
		require.Equal(t, unix.EINVAL, c.byName(fops.OpUnlink, dir, bad))
		require.Equal(t, unix.EINVAL, c.byName(fops.OpRmdir, dir, bad))
		_, e = c.mkdir(dir, bad, 0o700)
		require.Equal(t, unix.EINVAL, e)
	}
	require.Zero(t, c.do(fops.OpUnlink, func(_ *xlator.Call, a *fops.Args) { a.Loc = fops.Loc{Parent: dir, Name: "fifo"} }, func(_ *xlator.Call, r *fops.Reply) {
		require.True(t, r.Pre.Known() && r.Post.Known(), "somebody looks")
		require.Equal(t, dir.GFID, r.Post.GFID)
	}))
	require.Zero(t, c.byName(fops.OpUnlink, dir, "link"))
	require.Zero(t, c.byName(fops.OpRmdir, c.root(), "dir"))

	_, _, e = c.lookup(dir, "x")
	require.Equal(t, unix.ENOENT, e, "a removed directory is empty")
	_, e = c.mkdir(dir, "x", 0o700)
	require.Equal(t, unix.ENOENT, e)
	st, e := c.stat(dir)
	require.Zero(t, e, "the object is there as long as it is known")
	require.Zero(t, st.Nlink)
}

func TestUnobservedRepliesCostNothing(t *testing.T) {
	c := serve(t)
	require.Zero(t, c.do(fops.OpMkdir, func(call *xlator.Call, a *fops.Args) {
		a.Loc = fops.Loc{Parent: c.root(), Name: "dir", Inode: call.SpareInode()}
		a.Mode = 0o700
	}, func(call *xlator.Call, r *fops.Reply) {
		require.False(t, r.Pre.Known() || r.Post.Known())
		require.True(t, r.Buf.Known())
	}))
}

func TestRename(t *testing.T) {
	c := serve(t)
	writeFile(t, c.path("a"), "a")
	writeFile(t, c.path("b"), "b")
	require.NoError(t, os.Mkdir(c.path("dir"), 0o755))
	a, b, dir := c.find("a"), c.find("b"), c.find("dir")

	_, e := c.rename(c.root(), "a", c.root(), "b", unix.RENAME_NOREPLACE)
	require.Equal(t, unix.EEXIST, e)
	buf, e := c.rename(c.root(), "a", c.root(), "b", unix.RENAME_EXCHANGE)
	require.Zero(t, e)
	require.Equal(t, a.GFID, buf.GFID, "who has the new name")
	require.Equal(t, "b", readFile(t, c.path("a")))
	buf, e = c.rename(c.root(), "b", dir, "moved", 0)
	require.Zero(t, e)
	require.Equal(t, a.GFID, buf.GFID)
	in, _, e := c.lookup(dir, "moved")
	require.Zero(t, e)
	require.Same(t, a, in)
	_, e = c.rename(c.root(), "a", dir, "moved", 0)
	require.Zero(t, e)
	st, e := c.stat(a)
	require.Zero(t, e)
	require.Zero(t, st.Nlink, "replaced, and still known")
	st, e = c.stat(b)
	require.Zero(t, e)
	require.Equal(t, uint32(1), st.Nlink)
	_, e = c.rename(c.root(), "dir", dir, "inside", 0)
	require.Equal(t, unix.EINVAL, e)
	for _, bad := range []string{"..", "x/y", ""} {
		_, e = c.rename(dir, "moved", dir, bad, 0)
		require.Equal(t, unix.EINVAL, e)
		_, e = c.rename(dir, bad, dir, "x", 0)
		require.Equal(t, unix.EINVAL, e)
	}
	if os.Geteuid() == 0 {
		_, e = c.rename(dir, "moved", c.root(), "again", unix.RENAME_WHITEOUT)
		require.Zero(t, e)
		_, buf, e = c.lookup(dir, "moved")
		require.Zero(t, e)
		require.Equal(t, uint32(unix.S_IFCHR), buf.Type())
		require.Zero(t, buf.Rdev)
	}
}

func TestLink(t *testing.T) {
	c := serve(t, "observe", "")
	writeFile(t, c.path("file"), "x")
	require.NoError(t, os.Symlink("target", c.path("link")))
	link := func(in *fops.Inode, name string) (got *fops.Inode, e syscall.Errno) {
		e = c.do(fops.OpLink, func(_ *xlator.Call, a *fops.Args) {
			a.Loc.Inode, a.Loc2 = in, fops.Loc{Parent: c.root(), Name: name, Inode: in}
		}, func(call *xlator.Call, r *fops.Reply) {
			require.Equal(t, uint32(2), r.Buf.Nlink)
			got = c.link(call, r.Inode, &r.Buf)
		})
		return got, e
	}
	for _, name := range []string{"file", "link"} {
		in := c.find(name)
		got, e := link(in, name+"2")
		require.Zero(t, e)
		require.Same(t, in, got)
		got, _, e = c.lookup(c.root(), name+"2")
		require.Zero(t, e)
		require.Same(t, in, got)
		_, e = link(in, name)
		require.Equal(t, unix.EEXIST, e)
	}
	in := c.find("file")
	require.NoError(t, os.Remove(c.path("file")))
	require.NoError(t, os.Remove(c.path("file2")))
	_, e := link(in, "file3")
	require.Equal(t, unix.ENOENT, e, "what has lost its last name gets none again")
}

func TestCreate(t *testing.T) {
	c := serve(t, "observe", "")
	fd, in, buf, e := c.create(c.root(), "new", unix.O_RDWR|unix.O_EXCL, 0o640)
	require.Zero(t, e)
	require.Equal(t, uint32(unix.S_IFREG|0o640), buf.Mode)
	_, e = c.write(fd, "hello", 0, 0)
	require.Zero(t, e)
	data, e := c.read(fd, 10, 0)
	require.Zero(t, e)
	require.Equal(t, "hello", data)
	_, _, _, e = c.create(c.root(), "new", unix.O_RDWR|unix.O_EXCL, 0o640)
	require.Equal(t, unix.EEXIST, e)

	fd2, in2, buf, e := c.create(c.root(), "new", unix.O_RDWR|unix.O_TRUNC, 0o777)
	require.Zero(t, e, "the file is there and that is fine")
	require.Same(t, in, in2)
	require.Zero(t, buf.Size)
	require.Equal(t, uint32(unix.S_IFREG|0o640), buf.Mode)
	c.release(fd2)

	fd3, _, _, e := c.create(c.root(), "readonly", unix.O_RDWR, 0o400)
	require.Zero(t, e, "the mode is for later")
	_, e = c.write(fd3, "x", 0, 0)
	require.Zero(t, e)

	require.NoError(t, os.Symlink("elsewhere", c.path("link")))
	_, _, _, e = c.create(c.root(), "link", unix.O_RDWR, 0o600)
	require.Equal(t, unix.ELOOP, e)
	require.NoFileExists(t, c.path("elsewhere"))
	require.NoError(t, os.Mkdir(c.path("dir"), 0o755))
	_, _, _, e = c.create(c.root(), "dir", unix.O_RDWR, 0o600)
	require.Equal(t, unix.EISDIR, e)
}

func TestTmpfileAndPut(t *testing.T) {
	c := serve(t)
	fd, in, buf, e := c.createUmask(fops.OpTmpfile, c.root(), "", unix.O_RDWR, 0o666, 0o022)
	require.Zero(t, e)
	require.Equal(t, uint32(unix.S_IFREG|0o644), buf.Mode)
	require.Zero(t, buf.Nlink)
	_, e = c.write(fd, "content", 0, 0)
	require.Zero(t, e)
	require.Zero(t, c.do(fops.OpLink, func(_ *xlator.Call, a *fops.Args) {
		a.Loc.Inode, a.Loc2 = in, fops.Loc{Parent: c.root(), Name: "named"}
	}, nil))
	require.Equal(t, "content", readFile(t, c.path("named")))

	require.Zero(t, c.do(fops.OpTmpfile, func(call *xlator.Call, a *fops.Args) {
		a.Loc.Inode, a.Flags, a.Mode = c.root(), unix.O_RDWR, 0o600
		a.Fd = call.SpareFd(c.root(), unix.O_RDWR, false)
	}, func(call *xlator.Call, r *fops.Reply) {
		require.NotSame(t, c.root(), r.Inode)
		c.keep(call, c.link(call, r.Inode, &r.Buf))
	}), "the directory named by its inode, as the table says")

	put := func(data string, flags uint32) syscall.Errno {
		_, buf, e := c.entry(fops.OpPut, c.root(), "put", func(a *fops.Args) {
			a.Mode, a.Flags, a.Vector, a.Offset = 0o644, flags, []byte(data), 2
			a.Dict = &fops.Dict{}
			a.Dict.Set("user.colour", "blue")
		})
		if e == 0 {
			require.Equal(t, uint64(len(data)+2), buf.Size)
		}
		return e
	}
	require.Zero(t, put("one", 0))
	require.Equal(t, "\x00\x00one", readFile(t, c.path("put")))
	require.Zero(t, put("three", 0), "takes the place of the other")
	require.Equal(t, "\x00\x00three", readFile(t, c.path("put")))
	require.Equal(t, unix.EEXIST, put("x", unix.O_EXCL))
	var v [10]byte
	n, err := unix.Getxattr(c.path("put"), "user.colour", v[:])
	require.NoError(t, err)
	require.Equal(t, "blue", string(v[:n]))
	ents, err := os.ReadDir(c.dir)
	require.NoError(t, err)
	require.Len(t, ents, 2, "nothing else is left")
}
