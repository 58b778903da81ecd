package posix

import (
	"os"
	"runtime"
	"sync"
	"syscall"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/sys/unix"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/xlator"
)

func TestObjectsBelongToTheCaller(t *testing.T) {
	needRoot(t)
	c := serve(t)
	require.NoError(t, os.Chmod(c.dir, 0o777))
	user := c.as(1001, 1002)
	check := func(buf fops.Iatt, e syscall.Errno) {
		t.Helper()
		require.Zero(t, e)
		require.Equal(t, [2]uint32{1001, 1002}, [2]uint32{buf.UID, buf.GID})
	}
	_, _, buf, e := user.create(c.root(), "create", unix.O_RDWR, 0o600)
	check(buf, e)
	_, buf, e = user.entry(fops.OpMkdir, c.root(), "mkdir", func(a *fops.Args) { a.Mode = 0o700 })
	check(buf, e)
	_, buf, e = user.entry(fops.OpMknod, c.root(), "mknod", func(a *fops.Args) { a.Mode = unix.S_IFIFO | 0o600 })
	check(buf, e)
	_, buf, e = user.entry(fops.OpSymlink, c.root(), "symlink", func(a *fops.Args) { a.Path = "x" })
	check(buf, e)
	_, buf, e = user.entry(fops.OpPut, c.root(), "put", func(a *fops.Args) { a.Mode = 0o600 })
	check(buf, e)
	_, _, buf, e = user.createUmask(fops.OpTmpfile, c.root(), "", unix.O_RDWR, 0o600, 0)
	check(buf, e)
	_, buf, e = c.as(0, 7).entry(fops.OpMkdir, c.root(), "gid", func(a *fops.Args) { a.Mode = 0o700 })
	require.Zero(t, e)
	require.Equal(t, [2]uint32{0, 7}, [2]uint32{buf.UID, buf.GID})

	_, _, e = user.entry(fops.OpMknod, c.root(), "dev", func(a *fops.Args) { a.Mode, a.Rdev = unix.S_IFCHR|0o600, unix.Mkdev(1, 3) })
	require.Equal(t, unix.EPERM, e)
	_, buf, e = c.entry(fops.OpMknod, c.root(), "dev", func(a *fops.Args) { a.Mode, a.Rdev = unix.S_IFCHR|0o600, unix.Mkdev(1, 3) })
	require.Zero(t, e)
	require.Equal(t, unix.Mkdev(1, 3), buf.Rdev)
	dev := c.find("dev")
	_, e = c.open(dev, unix.O_RDWR)
	require.Equal(t, unix.ENXIO, e, "the machine's device stays closed")
}

func TestGroups(t *testing.T) {
	needRoot(t)
	c := serve(t)
	require.NoError(t, os.Mkdir(c.path("team"), 0o700))
	require.NoError(t, os.Chown(c.path("team"), 0, 2000))
	require.NoError(t, unix.Chmod(c.path("team"), 0o2770))
	team := c.find("team")
	_, e := c.as(1001, 1001).mkdir(team, "no", 0o755)
	require.Equal(t, unix.EACCES, e)
	member := c.as(1001, 1001, 5, 2000, 7)
	_, buf, e := member.entry(fops.OpMkdir, team, "dir", func(a *fops.Args) { a.Mode = 0o755 })
	require.Zero(t, e, "the supplementary group opens the door")
	require.Equal(t, [3]uint32{1001, 2000, 0o2755}, [3]uint32{buf.UID, buf.GID, buf.Prot()}, "set-group-ID is inherited")
	_, _, buf, e = member.create(team, "member", unix.O_RDWR, 0o2755)
	require.Zero(t, e)
	require.Equal(t, [2]uint32{2000, 0o2755}, [2]uint32{buf.GID, buf.Prot()})

	require.NoError(t, unix.Chmod(c.path("team"), 0o2777))
	_, _, buf, e = c.as(1001, 1001).create(team, "stranger", unix.O_RDWR, 0o2755)
	require.Zero(t, e)
	require.Equal(t, [2]uint32{2000, 0o755}, [2]uint32{buf.GID, buf.Prot()}, "who is not in the group may not set the bit")

	require.Zero(t, c.as(1001, 1001, 2000).byInode(fops.OpAccess, team, func(a *fops.Args) { a.Flags = 7 }, nil))
	require.NoError(t, unix.Chmod(c.path("team"), 0o2770))
	require.Equal(t, unix.EACCES, c.as(1001, 1001).byInode(fops.OpAccess, team, func(a *fops.Args) { a.Flags = 4 }, nil))
	require.Zero(t, c.as(1001, 1001, 2000).byInode(fops.OpAccess, team, func(a *fops.Args) { a.Flags = 7 }, nil))
	require.Zero(t, c.byInode(fops.OpAccess, team, func(a *fops.Args) { a.Flags = 7 }, nil))
}

// TestThreadsAreRestored makes objects for many users at once and looks at all
// threads afterwards.
func TestThreadsAreRestored(t *testing.T) {
	needRoot(t)
	c := serve(t)
	require.NoError(t, os.Chmod(c.dir, 0o777))
	var wg sync.WaitGroup
	for i := range 16 {
		wg.Go(func() {
			user := c.as(uint32(1000+i), uint32(2000+i), 3000, 3001)
			for n := range 50 {
				name := string(rune('a'+i)) + string(rune('A'+n))
				_, _, buf, e := user.create(c.root(), name, unix.O_RDWR, 0o2644)
				if e != 0 || buf.UID != user.uid || buf.GID != user.gid {
					t.Errorf("%v: %d:%d", e, buf.UID, buf.GID)
				}
				runtime.Gosched()
			}
		})
	}
	wg.Wait()
	tasks, err := os.ReadDir("/proc/self/task")
	require.NoError(t, err)
	for _, task := range tasks {
		status, err := os.ReadFile("/proc/self/task/" + task.Name() + "/status")
		if err != nil {
			continue // the thread has gone
		}
		require.Contains(t, string(status), "Uid:\t0\t0\t0\t0\n")
		require.Contains(t, string(status), "Gid:\t0\t0\t0\t0\n")
		require.Contains(t, string(status), "Groups:\t \n")
	}
}

func TestUmaskAndDefaultACL(t *testing.T) {
	needRoot(t)
	c := serve(t)
	for op, name := range map[fops.Op]string{fops.OpMkdir: "dir", fops.OpMknod: "fifo"} {
		_, buf, e := c.entry(op, c.root(), name, func(a *fops.Args) {
			a.Mode, a.Umask = 0o777, 0o027
			if op == fops.OpMknod {
				a.Mode |= unix.S_IFIFO
			}
		})
		require.Zero(t, e)
		require.Equal(t, uint32(0o750), buf.Prot())
	}
	// user::rwx group::rwx other::r-x
	acl := []byte{2, 0, 0, 0, 1, 0, 7, 0, 0xff, 0xff, 0xff, 0xff, 4, 0, 7, 0, 0xff, 0xff, 0xff, 0xff, 0x20, 0, 5, 0, 0xff, 0xff, 0xff, 0xff}
	if err := unix.Setxattr(c.path("dir"), "system.posix_acl_default", acl, 0); err == unix.EOPNOTSUPP { //nolint:errorlint // bare
		t.Skip("the filesystem has no ACLs")
	}
	_, _, buf, e := c.createUmask(fops.OpCreate, c.find("dir"), "file", unix.O_CREAT|unix.O_RDWR, 0o666, 0o077)
	require.Zero(t, e)
	require.Equal(t, uint32(0o664), buf.Prot(), "the ACL counts, not the umask")
}

// TestACLDropsSetGID: setting an ACL changes the mode, and with it the
// set-group-ID bit of somebody who is not in the group.
func TestACLDropsSetGID(t *testing.T) {
	needRoot(t)
	c := serve(t)
	acl := []byte{2, 0, 0, 0, 1, 0, 7, 0, 0xff, 0xff, 0xff, 0xff, 4, 0, 5, 0, 0xff, 0xff, 0xff, 0xff, 0x20, 0, 5, 0, 0xff, 0xff, 0xff, 0xff}
	writeFile(t, c.path("file"), "")
	in := c.find("file")
	for _, tc := range []struct {
		who  *client
		want uint32
	}{{c.as(1001, 1001), 0o755}, {c.as(1001, 1001, 2000), 0o2755}, {c.as(1002, 1002), 0o2755}, {c, 0o2755}} {
		require.NoError(t, os.Chown(c.path("file"), 1001, 2000))
		require.NoError(t, unix.Chmod(c.path("file"), 0o2777))
		e := tc.who.byInode(fops.OpSetxattr, in, func(a *fops.Args) {
			a.Dict = &fops.Dict{}
			a.Dict.Set("system.posix_acl_access", acl)
		}, nil)
		if e == unix.EOPNOTSUPP {
			t.Skip("the filesystem has no ACLs")
		}
		require.Zero(t, e)
		buf, e := c.stat(in)
		require.Zero(t, e)
		require.Equal(t, tc.want, buf.Prot(), "%d", tc.who.uid)
	}
}

func TestCheckPermissions(t *testing.T) {
	needRoot(t)
	for _, on := range []bool{false, true} {
		c := serve(t, "check-permissions", map[bool]string{false: "off", true: "on"}[on], "observe", "")
		require.NoError(t, os.Mkdir(c.path("private"), 0o700))
		writeFile(t, c.path("private/file"), "secret")
		require.NoError(t, os.Mkdir(c.path("listed"), 0o744))
		writeFile(t, c.path("listed/file"), "x")
		writeFile(t, c.path("file"), "x")
		private, file, inside := c.find("private"), c.find("file"), c.find("private/file")
		user := c.as(1001, 1001)
		want := func(e syscall.Errno, when syscall.Errno) {
			t.Helper()
			if !on {
				when = 0
			}
			require.Equal(t, when, e)
		}
		_, _, e := user.lookup(private, "file")
		want(e, unix.EACCES)
		require.Zero(t, c.do(fops.OpLookup, func(call *xlator.Call, a *fops.Args) {
			a.Loc = fops.Loc{Parent: c.root(), Name: "file", Inode: call.SpareInode()}
		}, func(_ *xlator.Call, r *fops.Reply) {
			require.Equal(t, on, r.EntryTimeout == 0, "the kernel must ask again")
		}))
		_, e = user.open(file, unix.O_RDONLY)
		want(e, 0)
		fd, e := user.open(file, unix.O_RDWR)
		want(e, unix.EACCES)
		if on {
			fd = c.mustOpen(file, unix.O_RDWR)
		}
		_, e = user.opendir(private)
		want(e, unix.EACCES)
		_, e = user.setattr(file, fops.SetMode, fops.Iatt{Mode: 0o644})
		want(e, unix.EPERM)
		want(user.byFd(fops.OpFsetattr, fd, func(a *fops.Args) { a.Valid, a.Buf.Mode = fops.SetMode, 0o644 }, nil), unix.EPERM)
		_, e = user.stat(inside)
		want(e, 0)
		_, e = user.write(fd, "y", 0, 0)
		want(e, 0)
		want(user.byInode(fops.OpTruncate, file, nil, nil), unix.EACCES)
		_, e = user.rename(c.root(), "file", c.root(), "file2", 0)
		want(e, unix.EACCES)
		want(user.byName(fops.OpUnlink, private, "file"), unix.EACCES)
		require.Equal(t, unix.EACCES, user.byInode(fops.OpAccess, private, func(a *fops.Args) { a.Flags = 1 }, nil))
		require.Zero(t, c.byInode(fops.OpAccess, private, func(a *fops.Args) { a.Flags = 7 }, nil))

		listed := user.readAll(fops.OpReaddirp, c.find("listed"), 4096)
		require.Equal(t, !on, listed["file"].Inode != nil, "without search permission names come without attributes")
		_, _, _, e = c.as(0, 0).create(c.root(), "root", unix.O_RDWR, 0o600)
		require.Zero(t, e)
	}
}

// TestExistingFileIsOpenedWithTheCallersRights: the kernel does not check the
// right to open what it believes to be new.
func TestExistingFileIsOpenedWithTheCallersRights(t *testing.T) {
	needRoot(t)
	c := serve(t)
	require.NoError(t, os.Chmod(c.dir, 0o777))
	writeFile(t, c.path("secret"), "secret")
	require.NoError(t, os.Chmod(c.path("secret"), 0o600))
	_, _, _, e := c.as(1001, 1001).create(c.root(), "secret", unix.O_RDWR, 0o666)
	require.Equal(t, unix.EACCES, e)
	require.NoError(t, os.Chown(c.path("secret"), 0, 77))
	require.NoError(t, os.Chmod(c.path("secret"), 0o660))
	_, _, _, e = c.as(1001, 1001, 77).create(c.root(), "secret", unix.O_RDWR|unix.O_TRUNC, 0o666)
	require.Zero(t, e)
}
