package posix

import (
	"bytes"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/sys/unix"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/xlator"
)

// A client does with a graph what the FUSE bridge does, for one user.
type client struct {
	t   testing.TB
	g   *xlator.Graph
	dir string
	log *syncBuffer

	uid, gid uint32
	groups   []uint32
	owner    uint64
	cancel   chan struct{}

	state *clientState
}

// clientState is what has to be given back at the end; clients of several
// users share it.
type clientState struct {
	mu     sync.Mutex
	inodes []*fops.Inode
	fds    map[*fops.Fd]bool
}

type syncBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (b *syncBuffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.b.Write(p)
}

func (b *syncBuffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.b.String()
}

// seer is a translator above the storage that looks at all replies.
type seer struct{}

func (seer) Bind(b *xlator.Bindings) {
	for op := range b.Fop {
		b.Fop[op] = func(f *xlator.Frame, a *fops.Args) { f.Wind(0, a, nil) }
	}
}

var seerType = &xlator.Type{Name: "test/seer", MinChildren: 1, MaxChildren: 1, New: func(*xlator.Node) (any, error) { return seer{}, nil }}

// serve builds a graph of storage/posix over a fresh directory that all users
// may enter. Options come as key and value in turn; "observe" as the key puts
// a translator on top that looks at all replies.
func serve(t testing.TB, options ...string) *client {
	t.Helper()
	return serveDir(t, publicDir(t), options...)
}

// testPrefix begins the names of the directories that tests serve.
const testPrefix = "windlass-posix-"

func publicDir(t testing.TB) string {
	t.Helper()
	dir, err := os.MkdirTemp("", testPrefix)
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, os.RemoveAll(dir)) })
	require.NoError(t, os.Chmod(dir, 0o755))
	return dir
}

func serveDir(t testing.TB, dir string, options ...string) *client {
	t.Helper()
	c := &client{t: t, dir: dir, log: &syncBuffer{}, owner: 1, state: &clientState{fds: make(map[*fops.Fd]bool)}}
	var reg xlator.Registry
	reg.Register(Type, seerType)
	spec := &xlator.Spec{Volumes: []xlator.VolumeSpec{{Name: "store", Type: Type.Name, Options: []xlator.OptionSpec{{Key: "directory", Value: dir}}}}}
	for i := 0; i < len(options); i += 2 {
		if options[i] == "observe" {
			spec.Volumes = append(spec.Volumes, xlator.VolumeSpec{Name: "seer", Type: "test/seer", Subvolumes: []xlator.SubvolumeSpec{{Name: "store"}}})
			continue
		}
		spec.Volumes[0].Options = append(spec.Volumes[0].Options, xlator.OptionSpec{Key: options[i], Value: options[i+1]})
	}
	before := openLinks(t)
	var err error
	c.g, err = xlator.Build(&reg, spec, xlator.BuildOptions{Log: slog.New(slog.NewTextHandler(c.log, nil))})
	require.NoError(t, err)
	require.NoError(t, c.g.Init())
	t.Cleanup(func() {
		for fd := range c.state.fds {
			c.g.ReleaseFd(fd)
			c.g.UnrefInode(fd.Inode, 1)
		}
		for _, in := range c.state.inodes {
			c.g.UnrefInode(in, 1)
		}
		require.Equal(t, 1, c.g.Inodes().Len(), "only the root is left")
		require.Equal(t, int64(1), c.store().handles.Load(), "only the root's handle is left")
		c.g.Fini()
		require.Zero(t, c.g.Bugs(), c.log)
		require.Empty(t, c.g.Pending())
		require.Equal(t, before, openLinks(t), "descriptors are left open")
	})
	return c
}

// openLinks lists what this process has open in temporary directories and in
// /proc.
func openLinks(t testing.TB) (out []string) {
	ents, err := os.ReadDir("/proc/self/fd")
	require.NoError(t, err)
	for _, e := range ents {
		l, err := os.Readlink("/proc/self/fd/" + e.Name())
		if err == nil && (strings.Contains(l, "/"+testPrefix) || strings.HasSuffix(l, "/fd")) && !strings.Contains(l, "task") {
			out = append(out, l)
		}
	}
	return out
}

func (c *client) store() *store { return c.g.Node("store").Translator.(*store) }

// as returns the client of another user.
func (c *client) as(uid, gid uint32, groups ...uint32) *client {
	d := *c
	d.uid, d.gid, d.groups = uid, gid, groups
	return &d
}

// as a process of its own, for locks.
func (c *client) withOwner(owner uint64) *client {
	d := *c
	d.owner = owner
	return &d
}

func (c *client) root() *fops.Inode { return c.g.Inodes().Root() }

// path is the backing path of a name.
func (c *client) path(elem ...string) string {
	return filepath.Join(append([]string{c.dir}, elem...)...)
}

// do sends a fop. fill completes the arguments; use, on success, looks at the
// reply while it is valid.
func (c *client) do(op fops.Op, fill func(*xlator.Call, *fops.Args), use func(*xlator.Call, *fops.Reply)) syscall.Errno {
	call := c.g.NewCall()
	defer call.End()
	call.UID, call.GID, call.LkOwner = c.uid, c.gid, c.owner
	call.SetGroups(c.groups)
	call.Cancel = c.cancel
	a := call.Args(op)
	if fill != nil {
		fill(call, a)
	}
	r := call.Do(a)
	if r.Failed() {
		return r.OpErrno
	}
	if use != nil {
		use(call, r)
	}
	return 0
}

// link makes the object of a reply known, as the bridge does.
func (c *client) link(call *xlator.Call, in *fops.Inode, buf *fops.Iatt) *fops.Inode {
	known := c.g.LinkInode(call, in, buf)
	c.state.mu.Lock()
	c.state.inodes = append(c.state.inodes, known)
	c.state.mu.Unlock()
	return known
}

// forget has the kernel forget what link made known.
func (c *client) forget(in *fops.Inode) {
	c.state.mu.Lock()
	defer c.state.mu.Unlock()
	for i := len(c.state.inodes) - 1; i >= 0; i-- {
		if c.state.inodes[i] == in {
			c.state.inodes = append(c.state.inodes[:i], c.state.inodes[i+1:]...)
			c.g.UnrefInode(in, 1)
		}
	}
}

// entry sends a fop about a name that brings an inode back.
func (c *client) entry(op fops.Op, parent *fops.Inode, name string, fill func(*fops.Args)) (in *fops.Inode, buf fops.Iatt, e syscall.Errno) {
	e = c.do(op, func(call *xlator.Call, a *fops.Args) {
		a.Loc = fops.Loc{Parent: parent, Name: name, Inode: call.SpareInode()}
		if fill != nil {
			fill(a)
		}
	}, func(call *xlator.Call, r *fops.Reply) {
		buf = r.Buf
		in = c.link(call, r.Inode, &r.Buf)
	})
	return in, buf, e
}

func (c *client) lookup(parent *fops.Inode, name string) (*fops.Inode, fops.Iatt, syscall.Errno) {
	return c.entry(fops.OpLookup, parent, name, nil)
}

// find looks a path up that must be there.
func (c *client) find(path string) *fops.Inode {
	c.t.Helper()
	in := c.root()
	for _, name := range strings.Split(path, "/") {
		next, _, e := c.lookup(in, name)
		require.Zero(c.t, e, "%s of %s", name, path)
		in = next
	}
	return in
}

func (c *client) stat(in *fops.Inode) (buf fops.Iatt, e syscall.Errno) {
	e = c.do(fops.OpStat, func(_ *xlator.Call, a *fops.Args) { a.Loc.Inode = in }, func(_ *xlator.Call, r *fops.Reply) { buf = r.Buf })
	return buf, e
}

func (c *client) keep(call *xlator.Call, in *fops.Inode) *fops.Fd {
	fd := call.KeepFd()
	fd.Inode = in
	in.Ref()
	c.state.mu.Lock()
	c.state.fds[fd] = true
	c.state.mu.Unlock()
	return fd
}

func (c *client) open(in *fops.Inode, flags uint32) (fd *fops.Fd, e syscall.Errno) {
	e = c.do(fops.OpOpen, func(call *xlator.Call, a *fops.Args) {
		a.Loc.Inode, a.Flags = in, flags
		a.Fd = call.SpareFd(in, flags, false)
	}, func(call *xlator.Call, _ *fops.Reply) { fd = c.keep(call, in) })
	return fd, e
}

func (c *client) opendir(in *fops.Inode) (fd *fops.Fd, e syscall.Errno) {
	e = c.do(fops.OpOpendir, func(call *xlator.Call, a *fops.Args) {
		a.Loc.Inode = in
		a.Fd = call.SpareFd(in, 0, true)
	}, func(call *xlator.Call, _ *fops.Reply) { fd = c.keep(call, in) })
	return fd, e
}

func (c *client) mustOpen(in *fops.Inode, flags uint32) *fops.Fd {
	c.t.Helper()
	fd, e := c.open(in, flags)
	require.Zero(c.t, e)
	return fd
}

func (c *client) create(parent *fops.Inode, name string, flags, mode uint32) (fd *fops.Fd, in *fops.Inode, buf fops.Iatt, e syscall.Errno) {
	return c.createUmask(fops.OpCreate, parent, name, flags|unix.O_CREAT, mode, 0)
}

func (c *client) createUmask(op fops.Op, parent *fops.Inode, name string, flags, mode, umask uint32) (fd *fops.Fd, in *fops.Inode, buf fops.Iatt, e syscall.Errno) {
	e = c.do(op, func(call *xlator.Call, a *fops.Args) {
		a.Loc = fops.Loc{Parent: parent, Name: name, Inode: call.SpareInode()}
		a.Flags, a.Mode, a.Umask = flags, mode, umask
		a.Fd = call.SpareFd(a.Loc.Inode, flags, false)
	}, func(call *xlator.Call, r *fops.Reply) {
		buf = r.Buf
		in = c.link(call, r.Inode, &r.Buf)
		fd = c.keep(call, in)
	})
	return fd, in, buf, e
}

func (c *client) release(fd *fops.Fd) {
	c.state.mu.Lock()
	delete(c.state.fds, fd)
	c.state.mu.Unlock()
	c.g.ReleaseFd(fd)
	c.g.UnrefInode(fd.Inode, 1)
}

func (c *client) write(fd *fops.Fd, data string, off int64, flags uint32) (n int64, e syscall.Errno) {
	e = c.do(fops.OpWritev, func(_ *xlator.Call, a *fops.Args) { a.Fd, a.Vector, a.Offset, a.Flags = fd, []byte(data), off, flags }, func(_ *xlator.Call, r *fops.Reply) { n = r.OpRet })
	return n, e
}

func (c *client) read(fd *fops.Fd, size uint64, off int64) (data string, e syscall.Errno) {
	e = c.do(fops.OpReadv, func(_ *xlator.Call, a *fops.Args) { a.Fd, a.Size, a.Offset = fd, size, off }, func(_ *xlator.Call, r *fops.Reply) { data = string(r.Vector) })
	return data, e
}

func (c *client) mkdir(parent *fops.Inode, name string, mode uint32) (*fops.Inode, syscall.Errno) {
	in, _, e := c.entry(fops.OpMkdir, parent, name, func(a *fops.Args) { a.Mode = mode })
	return in, e
}

// byName sends a fop about a name that brings nothing back.
func (c *client) byName(op fops.Op, parent *fops.Inode, name string) syscall.Errno {
	return c.do(op, func(_ *xlator.Call, a *fops.Args) { a.Loc = fops.Loc{Parent: parent, Name: name} }, nil)
}

func (c *client) rename(p1 *fops.Inode, n1 string, p2 *fops.Inode, n2 string, flags uint32) (buf fops.Iatt, e syscall.Errno) {
	e = c.do(fops.OpRename, func(_ *xlator.Call, a *fops.Args) {
		a.Loc, a.Loc2, a.Flags = fops.Loc{Parent: p1, Name: n1}, fops.Loc{Parent: p2, Name: n2}, flags
	}, func(_ *xlator.Call, r *fops.Reply) { buf = r.Buf })
	return buf, e
}

func (c *client) setattr(in *fops.Inode, valid uint32, want fops.Iatt) (post fops.Iatt, e syscall.Errno) {
	e = c.do(fops.OpSetattr, func(_ *xlator.Call, a *fops.Args) { a.Loc.Inode, a.Valid, a.Buf = in, valid, want }, func(_ *xlator.Call, r *fops.Reply) { post = r.Post })
	return post, e
}

// byFd sends a fop about an open file.
func (c *client) byFd(op fops.Op, fd *fops.Fd, fill func(*fops.Args), use func(*fops.Reply)) syscall.Errno {
	return c.do(op, func(_ *xlator.Call, a *fops.Args) {
		a.Fd = fd
		if fill != nil {
			fill(a)
		}
	}, func(_ *xlator.Call, r *fops.Reply) {
		if use != nil {
			use(r)
		}
	})
}

// byInode sends a fop about an inode.
func (c *client) byInode(op fops.Op, in *fops.Inode, fill func(*fops.Args), use func(*fops.Reply)) syscall.Errno {
	return c.do(op, func(_ *xlator.Call, a *fops.Args) {
		a.Loc.Inode = in
		if fill != nil {
			fill(a)
		}
	}, func(_ *xlator.Call, r *fops.Reply) {
		if use != nil {
			use(r)
		}
	})
}

func needRoot(t testing.TB) {
	t.Helper()
	if os.Geteuid() != 0 {
		t.Skip("acting for other users needs root")
	}
}

func writeFile(t testing.TB, path, data string) {
	t.Helper()
	require.NoError(t, os.WriteFile(path, []byte(data), 0o644))
}

func readFile(t testing.TB, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	require.NoError(t, err)
	return string(b)
}
