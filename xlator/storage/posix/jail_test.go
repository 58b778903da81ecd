package posix

import (
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"golang.org/x/sys/unix"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/xlator"
)

// jail is a client over a directory beside one with a secret.
func jail(t *testing.T) (c *client, outside string) {
	top := publicDir(t)
	outside = filepath.Join(top, "outside")
	require.NoError(t, os.MkdirAll(filepath.Join(top, "inside/dir"), 0o755))
	require.NoError(t, os.Mkdir(outside, 0o755))
	writeFile(t, filepath.Join(outside, "secret"), "secret")
	return serveDir(t, filepath.Join(top, "inside")), outside
}

func TestSymlinksDoNotLeadOut(t *testing.T) {
	c, outside := jail(t)
	require.NoError(t, os.Symlink(outside, c.path("door")))
	require.NoError(t, os.Symlink(filepath.Join(outside, "secret"), c.path("window")))
	require.NoError(t, os.Symlink("../..", c.path("dir/up")))
	door, window, up := c.find("door"), c.find("window"), c.find("dir/up")
	for _, link := range []*fops.Inode{door, window, up} {
		require.Equal(t, uint32(unix.S_IFLNK), link.Type)
		_, _, e := c.lookup(link, "secret")
		require.Equal(t, unix.ENOTDIR, e)
		_, _, e = c.lookup(link, "..")
		require.Equal(t, unix.ENOTDIR, e)
		_, e = c.open(link, unix.O_RDONLY)
		require.Equal(t, unix.ELOOP, e)
		_, e = c.opendir(link)
		require.Equal(t, unix.ENOTDIR, e)
		_, e = c.mkdir(link, "x", 0o755)
		require.Equal(t, unix.ENOTDIR, e)
		require.Equal(t, unix.ENOTDIR, c.byName(fops.OpUnlink, link, "secret"))
		require.Equal(t, unix.EINVAL, c.byInode(fops.OpTruncate, link, nil, nil))
		_, e = c.setattr(link, fops.SetMode, fops.Iatt{Mode: 0o777})
		require.Equal(t, unix.EOPNOTSUPP, e)
	}
	if os.Geteuid() == 0 {
		_, e := c.setattr(window, fops.SetUID|fops.SetMtime, fops.Iatt{UID: 99})
		require.Zero(t, e)
		require.Zero(t, c.byInode(fops.OpSetxattr, window, func(a *fops.Args) {
			a.Dict = &fops.Dict{}
			a.Dict.Set("trusted.x", "y")
		}, nil))
		var st unix.Stat_t
		require.NoError(t, unix.Stat(filepath.Join(outside, "secret"), &st))
		require.Zero(t, st.Uid)
		require.NotZero(t, st.Mtim.Sec)
		_, err := unix.Getxattr(filepath.Join(outside, "secret"), "trusted.x", nil)
		require.Equal(t, unix.ENODATA, err)
	}
	_, _, _, e := c.create(c.root(), "window", unix.O_RDWR|unix.O_TRUNC, 0o600)
	require.Equal(t, unix.ELOOP, e)
	require.Equal(t, "secret", readFile(t, filepath.Join(outside, "secret")))
}

func TestDotDotDoesNotLeadOut(t *testing.T) {
	c, outside := jail(t)
	dir := c.find("dir")
	for _, name := range []string{"..", "../outside", "../../outside/secret", "/", filepath.Join(outside, "secret")} {
		for _, op := range []fops.Op{fops.OpUnlink, fops.OpRmdir} {
			require.Equal(t, unix.EINVAL, c.byName(op, c.root(), name))
		}
		_, e := c.mkdir(c.root(), name, 0o755)
		require.Equal(t, unix.EINVAL, e)
		_, _, _, e = c.create(dir, name, unix.O_RDWR, 0o600)
		require.Equal(t, unix.EINVAL, e)
		_, e = c.rename(c.root(), "dir", c.root(), name, 0)
		require.Equal(t, unix.EINVAL, e)
		_, e = c.rename(c.root(), name, dir, "x", 0)
		require.Equal(t, unix.EINVAL, e)
		_, _, e = c.entry(fops.OpSymlink, dir, name, func(a *fops.Args) { a.Path = "x" })
		require.Equal(t, unix.EINVAL, e)
		require.Equal(t, unix.EINVAL, c.do(fops.OpLink, func(_ *xlator.Call, a *fops.Args) {
			a.Loc.Inode, a.Loc2 = dir, fops.Loc{Parent: c.root(), Name: name}
		}, nil))
		if name != ".." {
			_, _, e = c.lookup(c.root(), name)
			require.Equal(t, unix.EINVAL, e)
		}
	}
	// A directory that was moved out has no parent inside any more.
	require.NoError(t, os.Rename(c.path("dir"), filepath.Join(outside, "moved")))
	_, _, e := c.lookup(dir, "..")
	require.Equal(t, unix.ESTALE, e)
}

// TestRaces swaps a directory and a file for symbolic links to the outside,
// again and again, while clients look up, open, write, change and remove.
func TestRaces(t *testing.T) {
	c, outside := jail(t)
	require.NoError(t, os.Mkdir(filepath.Join(outside, "dir"), 0o755))
	require.NoError(t, os.Symlink(filepath.Join(outside, "dir"), c.path("dirlink")))
	require.NoError(t, os.Symlink(filepath.Join(outside, "secret"), c.path("filelink")))
	writeFile(t, c.path("file"), "inside")
	var stop atomic.Bool
	var wg sync.WaitGroup
	swap := func(a, b string) {
		for !stop.Load() {
			if err := unix.Renameat2(unix.AT_FDCWD, c.path(a), unix.AT_FDCWD, c.path(b), unix.RENAME_EXCHANGE); err != nil {
				t.Error(err)
				return
			}
		}
	}
	wg.Go(func() { swap("dir", "dirlink") })
	wg.Go(func() { swap("file", "filelink") })
	seen := [2]atomic.Int64{}
	for range 3 {
		wg.Go(func() {
			for !stop.Load() {
				if in, buf, e := c.lookup(c.root(), "dir"); e == 0 {
					if in.Type != buf.Type() {
						t.Error("an inode of another type")
					}
					if _, e := c.mkdir(in, "sub", 0o755); e == 0 {
						seen[0].Add(1)
						_ = c.byName(fops.OpRmdir, in, "sub")
					}
					c.forget(in)
				}
				if in, _, e := c.lookup(c.root(), "file"); e == 0 {
					if fd, e := c.open(in, unix.O_RDWR); e == 0 {
						seen[1].Add(1)
						if data, e := c.read(fd, 100, 0); e == 0 && data == "secret" {
							t.Error("read what is outside")
						}
						_, _ = c.write(fd, "inside", 0, 0)
						c.release(fd)
					}
					_, _ = c.setattr(in, fops.SetMode, fops.Iatt{Mode: 0o640})
					c.forget(in)
				}
				if fd, in, _, e := c.create(c.root(), "file", unix.O_RDWR, 0o600); e == 0 {
					_, _ = c.write(fd, "inside", 0, 0)
					c.release(fd)
					c.forget(in)
				} else if e != unix.ELOOP {
					t.Error(e)
				}
			}
		})
	}
	time.Sleep(700 * time.Millisecond)
	stop.Store(true)
	wg.Wait()
	require.NotZero(t, seen[0].Load())
	require.NotZero(t, seen[1].Load())
	var st unix.Stat_t
	require.NoError(t, unix.Stat(filepath.Join(outside, "secret"), &st))
	require.Equal(t, uint32(0o644), st.Mode&0o7777)
	require.Equal(t, "secret", readFile(t, filepath.Join(outside, "secret")))
	ents, err := os.ReadDir(filepath.Join(outside, "dir"))
	require.NoError(t, err)
	require.Empty(t, ents)
}

// TestHandlesComeAndGo looks up, lists and forgets the same objects from many
// goroutines: every handle is closed exactly once.
func TestHandlesComeAndGo(t *testing.T) {
	c := serve(t)
	for _, name := range []string{"a", "b", "c"} {
		writeFile(t, c.path(name), name)
	}
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			name := string(rune('a' + i%3))
			dir, e := c.opendir(c.root())
			if e != 0 {
				t.Error(e)
				return
			}
			for n := range 200 {
				in, buf, e := c.lookup(c.root(), name)
				if e != 0 || buf.Size != 1 {
					t.Error(e, buf.Size)
					continue
				}
				if fd, e := c.open(in, unix.O_RDONLY); e != 0 {
					t.Error(e)
				} else {
					if data, e := c.read(fd, 5, 0); e != 0 || data != name {
						t.Errorf("%v %q, not %q", e, data, name)
					}
					c.release(fd)
				}
				if n%10 == 0 {
					ents, e := c.readdir(fops.OpReaddirp, dir, 4096, 0)
					if e != 0 || len(ents) != 5 {
						t.Error(e, len(ents))
					}
				}
				c.state.forgetOne(c, in)
			}
		})
	}
	wg.Wait()
}

// TestDeletedMeanwhile: an object that goes while it is looked up is no other
// object, as it would be if it had lost its number to one.
func TestDeletedMeanwhile(t *testing.T) {
	c := serve(t)
	writeFile(t, c.path("file"), "x")
	in := c.find("file")
	fd, err := unix.Open(c.path("file"), unix.O_PATH, 0)
	require.NoError(t, err)
	defer unix.Close(fd)
	var st unix.Statx_t
	require.Zero(t, statxFd(fd, &st))
	require.Equal(t, uint32(1), st.Nlink)
	require.NoError(t, os.Remove(c.path("file")))
	require.False(t, c.store().deleted(fops.OpLookup, in, fd, &st))
	require.Zero(t, st.Nlink)
}

// forgetOne is one forget of one look-up.
func (s *clientState) forgetOne(c *client, in *fops.Inode) {
	s.mu.Lock()
	for i := len(s.inodes) - 1; i >= 0; i-- {
		if s.inodes[i] == in {
			s.inodes[i] = s.inodes[len(s.inodes)-1]
			s.inodes = s.inodes[:len(s.inodes)-1]
			break
		}
	}
	s.mu.Unlock()
	c.g.UnrefInode(in, 1)
}

func TestTooManyOpenFiles(t *testing.T) {
	c := serve(t)
	for i := range 40 {
		writeFile(t, c.path(string(rune('A'+i))), "")
	}
	var old unix.Rlimit
	require.NoError(t, unix.Getrlimit(unix.RLIMIT_NOFILE, &old))
	open, err := os.ReadDir("/proc/self/fd")
	require.NoError(t, err)
	low := unix.Rlimit{Cur: uint64(len(open) + 10), Max: old.Max}
	require.NoError(t, unix.Setrlimit(unix.RLIMIT_NOFILE, &low))
	failed := 0
	for i := range 40 {
		_, _, e := c.lookup(c.root(), string(rune('A'+i)))
		if e != 0 {
			require.Equal(t, unix.EMFILE, e)
			failed++
		}
	}
	require.NoError(t, unix.Setrlimit(unix.RLIMIT_NOFILE, &old))
	require.Greater(t, failed, 10)
	log := c.log.String()
	require.Contains(t, log, "too many open files")
	require.Contains(t, log, "LimitNOFILE=")
	require.Equal(t, 1, countLines(log), "said once")
	_, _, e := c.lookup(c.root(), "Z")
	require.Zero(t, e, "and the mount goes on")
}

func countLines(s string) (n int) {
	for _, b := range s {
		if b == '\n' {
			n++
		}
	}
	return n
}

func TestInitFails(t *testing.T) {
	dir := publicDir(t)
	writeFile(t, dir+"/file", "")
	for path, want := range map[string]error{dir + "/missing": unix.ENOENT, dir + "/file": unix.ENOTDIR} {
		var reg xlator.Registry
		reg.Register(Type)
		g, err := xlator.Build(&reg, &xlator.Spec{Volumes: []xlator.VolumeSpec{{Name: "store", Type: Type.Name, Options: []xlator.OptionSpec{{Key: "directory", Value: path}}}}}, xlator.BuildOptions{})
		require.NoError(t, err)
		err = g.Init()
		require.ErrorIs(t, err, want)
		require.ErrorContains(t, err, path)
	}
	require.Empty(t, openLinks(t))
}

func TestFiniClosesWhatIsOpen(t *testing.T) {
	dir := publicDir(t)
	writeFile(t, dir+"/file", "x")
	var reg xlator.Registry
	reg.Register(Type)
	g, err := xlator.Build(&reg, &xlator.Spec{Volumes: []xlator.VolumeSpec{{Name: "store", Type: Type.Name, Options: []xlator.OptionSpec{{Key: "directory", Value: dir}}}}}, xlator.BuildOptions{})
	require.NoError(t, err)
	require.NoError(t, g.Init())
	c := &client{t: t, g: g, dir: dir, state: &clientState{fds: make(map[*fops.Fd]bool)}}
	in := c.find("file")
	fd := c.mustOpen(in, unix.O_RDWR)
	require.Zero(t, c.setlk(fd, unix.F_WRLCK, 0, 0))
	_, e := c.opendir(c.root())
	require.Zero(t, e)
	require.Len(t, openLinks(t), 6) // root, file, its data, its lock, the directory, /proc
	g.Fini()
	require.Empty(t, openLinks(t))
	g.ReleaseFd(fd) // late, and harmless
}

func TestDump(t *testing.T) {
	c := serve(t)
	fd, _, _, e := c.create(c.root(), "file", unix.O_RDWR, 0o644)
	require.Zero(t, e)
	require.Zero(t, c.setlk(fd, unix.F_RDLCK, 0, 0))
	var b syncBuffer
	require.NoError(t, c.g.Dump(&b))
	for _, line := range []string{"handles=2\n", "open-files=1\n", "locked-files=1\n", "locked-ranges=1\n"} {
		require.Contains(t, b.String(), line)
	}
}
