package posix

import (
	"os"
	"syscall"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/sys/unix"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/xlator"
)

func TestSetattr(t *testing.T) {
	needRoot(t)
	c := serve(t, "observe", "")
	writeFile(t, c.path("file"), "x")
	require.NoError(t, os.Mkdir(c.path("dir"), 0o755))
	require.NoError(t, os.Symlink("/etc/passwd", c.path("link")))
	for _, name := range []string{"file", "dir", "link"} {
		in := c.find(name)
		want := fops.Iatt{UID: 1001, GID: 1002, Atime: fops.Timespec{Sec: 1, Nsec: 123456789}, Mtime: fops.Timespec{Sec: -5, Nsec: 999999999}}
		post, e := c.setattr(in, fops.SetUID|fops.SetGID|fops.SetAtime|fops.SetMtime, want)
		require.Zero(t, e, name)
		require.Equal(t, want.UID, post.UID)
		require.Equal(t, want.GID, post.GID)
		require.Equal(t, want.Atime, post.Atime, name)
		require.Equal(t, want.Mtime, post.Mtime, name)
		post, e = c.setattr(in, fops.SetGID|fops.SetMtimeNow, fops.Iatt{UID: 5, GID: 1003})
		require.Zero(t, e)
		require.Equal(t, uint32(1001), post.UID, "only what valid says")
		require.Equal(t, uint32(1003), post.GID)
		require.Equal(t, want.Atime, post.Atime)
		require.Greater(t, post.Mtime.Sec, int64(1000000))
		post, e = c.setattr(in, fops.SetMode, fops.Iatt{Mode: 0o6751})
		if name == "link" {
			require.Equal(t, unix.EOPNOTSUPP, e)
			continue
		}
		require.Zero(t, e)
		require.Equal(t, uint32(0o6751), post.Prot())
	}
	st, err := os.Stat("/etc/passwd")
	require.NoError(t, err)
	require.Equal(t, os.FileMode(0o644), st.Mode().Perm(), "what the link names is not touched")

	file := c.find("file")
	post, e := c.setattr(file, fops.SetUID|fops.SetMode, fops.Iatt{UID: 1, Mode: 0o4755})
	require.Zero(t, e)
	require.Equal(t, uint32(0o4755), post.Prot(), "a change of owner clears the bit, and the mode comes after it")
	post, e = c.setattr(file, fops.SetUID, fops.Iatt{UID: 2})
	require.Zero(t, e)
	require.Equal(t, uint32(0o755), post.Prot())
	require.Zero(t, c.do(fops.OpSetattr, func(_ *xlator.Call, a *fops.Args) { a.Loc.Inode, a.Valid, a.Buf.Mode = file, fops.SetMode, 0o600 }, func(_ *xlator.Call, r *fops.Reply) {
		require.Equal(t, uint32(0o755), r.Pre.Prot())
		require.Equal(t, uint32(0o600), r.Post.Prot())
	}))
}

// capV2 is an empty set of file capabilities with CAP_NET_RAW added.
var capV2 = []byte{1, 0, 0, 2, 0, 0x20, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}

func TestKillPriv(t *testing.T) {
	needRoot(t)
	c := serve(t)
	arm := func(name string, mode uint32) {
		require.NoError(t, unix.Chmod(c.path(name), mode))
		require.NoError(t, unix.Setxattr(c.path(name), capability, capV2, 0))
	}
	check := func(name string, mode uint32, caps bool) {
		t.Helper()
		var st unix.Stat_t
		require.NoError(t, unix.Stat(c.path(name), &st))
		require.Equal(t, mode, st.Mode&0o7777)
		_, err := unix.Getxattr(c.path(name), capability, nil)
		require.Equal(t, caps, err == nil)
	}
	fd, in, _, e := c.create(c.root(), "file", unix.O_RDWR, 0o755)
	require.Zero(t, e)
	arm("file", 0o6755)
	_, e = c.write(fd, "x", 0, 0)
	require.Zero(t, e)
	check("file", 0o6755, false) // capabilities go with any write
	arm("file", 0o6755)
	_, e = c.write(fd, "x", 0, fops.WriteKillPriv)
	require.Zero(t, e)
	check("file", 0o755, false)
	arm("file", 0o6745)
	_, e = c.write(fd, "x", 0, fops.WriteKillPriv)
	require.Zero(t, e)
	check("file", 0o2745, false) // without group execution root keeps the bit
	require.NoError(t, unix.Chown(c.path("file"), 0, 2000))
	for _, who := range []struct {
		c    *client
		mode uint32
	}{{c.as(1001, 1001), 0o745}, {c.as(1001, 2000), 0o2745}, {c.as(1001, 1001, 5, 2000), 0o2745}} {
		for _, change := range []func() syscall.Errno{
			func() syscall.Errno { _, e := who.c.write(fd, "x", 0, fops.WriteKillPriv); return e },
			func() syscall.Errno { _, e := who.c.setattr(in, fops.SetKillPriv, fops.Iatt{}); return e },
		} {
			arm("file", 0o6745)
			require.Zero(t, change())
			check("file", who.mode, false) // and others if they are in the group
		}
	}
	arm("file", 0o6745)
	_, e = c.as(1001, 2000).setattr(in, fops.SetKillPriv|fops.SetGID, fops.Iatt{GID: 3000})
	require.Zero(t, e)
	check("file", 0o2745, false) // it is the group before the change that counts
	arm("file", 0o6755)
	_, e = c.setattr(in, fops.SetKillPriv, fops.Iatt{})
	require.Zero(t, e)
	check("file", 0o755, false)
	arm("file", 0o6755)
	c.mustOpen(in, unix.O_RDWR|unix.O_TRUNC|fops.WriteKillPriv)
	check("file", 0o755, false)
}

func TestStatx(t *testing.T) {
	c := serve(t)
	fd, in, buf, e := c.create(c.root(), "file", unix.O_RDWR, 0o644)
	require.Zero(t, e)
	for _, use := range []*fops.Fd{nil, fd} {
		require.Zero(t, c.byInode(fops.OpStatx, in, func(a *fops.Args) { a.Fd, a.Valid, a.Flags = use, unix.STATX_BTIME, unix.AT_STATX_FORCE_SYNC }, func(r *fops.Reply) {
			require.Equal(t, buf.Btime, r.Buf.Btime)
			require.Equal(t, buf.Ino, r.Buf.Ino)
		}))
	}
	require.Zero(t, c.byInode(fops.OpStatfs, in, nil, func(r *fops.Reply) {
		require.NotZero(t, r.Statvfs.Blocks)
		require.Equal(t, uint64(255), r.Statvfs.Namemax)
	}))
}

func TestIdentityLasts(t *testing.T) {
	dir := publicDir(t)
	writeFile(t, dir+"/file", "x")
	var gfids []fops.GFID
	for range 2 {
		t.Run("", func(t *testing.T) {
			c := serveDir(t, dir)
			gfids = append(gfids, c.find("file").GFID)
			require.Equal(t, fops.RootGFID, c.root().GFID)
		})
	}
	require.Equal(t, gfids[0], gfids[1], "a restart changes nothing")
	c := serveDir(t, dir)
	in := c.find("file")
	require.NoError(t, os.Remove(dir+"/file"))
	writeFile(t, dir+"/file", "y")
	again := c.find("file")
	require.NotSame(t, in, again)
	require.NotEqual(t, in.GFID, again.GFID)
}

// TestFilesystemInside: what is mounted inside the directory is served too,
// with inode numbers that do not meet those of the other filesystem.
func TestFilesystemInside(t *testing.T) {
	needRoot(t)
	c := serve(t)
	require.NoError(t, os.Mkdir(c.path("sub"), 0o755))
	if err := unix.Mount("none", c.path("sub"), "tmpfs", 0, ""); err != nil {
		t.Skip("no mount(2) here:", err)
	}
	defer func() { require.NoError(t, unix.Unmount(c.path("sub"), unix.MNT_DETACH)) }()
	writeFile(t, c.path("sub/file"), "x")
	sub, file := c.find("sub"), c.find("sub/file")
	var st unix.Stat_t
	require.NoError(t, unix.Stat(c.path("sub"), &st))
	buf, e := c.stat(sub)
	require.Zero(t, e)
	require.NotEqual(t, st.Ino, buf.Ino)
	buf, e = c.stat(file)
	require.Zero(t, e)
	all := c.readAll(fops.OpReaddir, sub, 4096)
	require.Equal(t, buf.Ino, all["file"].Ino)
	up, _, e := c.lookup(sub, "..")
	require.Zero(t, e)
	require.Same(t, c.root(), up)
	require.Zero(t, c.byInode(fops.OpStatfs, sub, nil, func(r *fops.Reply) { require.NotEqual(t, fops.Statvfs{}, r.Statvfs) }))
	fd := c.mustOpen(file, unix.O_RDONLY)
	require.Zero(t, c.byFd(fops.OpFstat, fd, nil, func(r *fops.Reply) { require.Equal(t, buf.Ino, r.Buf.Ino) }))
}
