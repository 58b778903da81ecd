package posix

import (
	"fmt"
	"os"
	"syscall"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/sys/unix"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/xlator"
)

// readdir reads one bufferful of an open directory.
func (c *client) readdir(op fops.Op, fd *fops.Fd, size uint64, off int64) (out []fops.Dirent, e syscall.Errno) {
	e = c.do(op, func(_ *xlator.Call, a *fops.Args) { a.Fd, a.Size, a.Offset = fd, size, off }, func(call *xlator.Call, r *fops.Reply) {
		require.Equal(c.t, int64(len(r.Entries)), r.OpRet)
		used := uint64(0)
		for _, d := range r.Entries {
			header := uint64(24)
			if op == fops.OpReaddirp {
				header = 152
			}
			used += (header + uint64(len(d.Name)) + 7) / 8 * 8
			if d.Inode != nil {
				fresh := !d.Inode.Linked()
				in := c.link(call, d.Inode, &d.Buf)
				if fresh {
					c.g.UnrefInode(d.Inode, 1)
				}
				d.Inode = in
			}
			out = append(out, d)
		}
		require.LessOrEqual(c.t, used, size)
	})
	return out, e
}

// readAll reads a directory to its end, with buffers of that size.
func (c *client) readAll(op fops.Op, in *fops.Inode, size uint64) map[string]fops.Dirent {
	c.t.Helper()
	fd, e := c.opendir(in)
	require.Zero(c.t, e)
	defer c.release(fd)
	out := make(map[string]fops.Dirent)
	for off := int64(0); ; {
		ents, e := c.readdir(op, fd, size, off)
		require.Zero(c.t, e)
		if len(ents) == 0 {
			return out
		}
		for _, d := range ents {
			_, twice := out[d.Name]
			require.False(c.t, twice, d.Name)
			out[d.Name] = d
			off = d.Off
		}
	}
}

func TestReaddir(t *testing.T) {
	c := serve(t)
	const n = 3000
	require.NoError(t, os.Mkdir(c.path("big"), 0o755))
	for i := range n {
		writeFile(t, c.path("big", fmt.Sprint("file-", i)), "x")
	}
	require.NoError(t, os.Mkdir(c.path("big/dir"), 0o755))
	require.NoError(t, os.Symlink("x", c.path("big/link")))
	require.NoError(t, unix.Mkfifo(c.path("big/fifo"), 0o600))
	require.NoError(t, os.Link(c.path("big/file-0"), c.path("big/hard")))
	big := c.find("big")
	known := c.find("big/file-7")
	for _, op := range []fops.Op{fops.OpReaddir, fops.OpReaddirp} {
		for _, size := range []uint64{512, 4096, 64 << 10, 1 << 30} {
			all := c.readAll(op, big, size)
			require.Len(t, all, n+6, "%s with %d", op, size)
			for name, typ := range map[string]uint32{".": unix.S_IFDIR, "..": unix.S_IFDIR, "dir": unix.S_IFDIR, "link": unix.S_IFLNK, "fifo": unix.S_IFIFO, "file-5": unix.S_IFREG} {
				require.Equal(t, typ, all[name].Type, name)
			}
			require.Equal(t, all["file-0"].Ino, all["hard"].Ino)
			if op == fops.OpReaddirp {
				require.Nil(t, all["."].Inode)
				require.Nil(t, all[".."].Inode)
				require.Same(t, known, all["file-7"].Inode)
				require.Same(t, all["file-0"].Inode, all["hard"].Inode)
				require.Equal(t, uint64(1), all["file-9"].Buf.Size)
				in, _, e := c.lookup(big, "file-9")
				require.Zero(t, e)
				require.Same(t, in, all["file-9"].Inode)
			}
		}
	}
	for name, d := range c.readAll(fops.OpReaddir, c.root(), 4096) {
		if name == ".." {
			require.Equal(t, c.store().rootIno, d.Ino, "what is above the root does not show")
		}
	}
	fd, e := c.opendir(big)
	require.Zero(t, e)
	_, e = c.readdir(fops.OpReaddir, fd, 10, 0)
	require.Equal(t, unix.EINVAL, e)
	file := c.mustOpen(known, unix.O_RDONLY)
	_, e = c.readdir(fops.OpReaddir, file, 4096, 0)
	require.Equal(t, unix.ENOTDIR, e)
	require.Zero(t, c.byFd(fops.OpFsyncdir, fd, nil, nil))
}

func TestReaddirPositions(t *testing.T) {
	c := serve(t)
	for i := range 200 {
		writeFile(t, c.path(fmt.Sprint(i)), "")
	}
	fd, e := c.opendir(c.root())
	require.Zero(t, e)
	first, e := c.readdir(fops.OpReaddir, fd, 1024, 0)
	require.Zero(t, e)
	second, e := c.readdir(fops.OpReaddir, fd, 1024, first[len(first)-1].Off)
	require.Zero(t, e)
	names := func(ents []fops.Dirent) (out []string) {
		for _, d := range ents {
			out = append(out, d.Name)
		}
		return out
	}
	again, e := c.readdir(fops.OpReaddir, fd, 1024, first[len(first)-1].Off)
	require.Zero(t, e)
	require.Equal(t, names(second), names(again), "telldir and seekdir")
	mid, e := c.readdir(fops.OpReaddir, fd, 1024, first[2].Off)
	require.Zero(t, e)
	require.Equal(t, first[3].Name, mid[0].Name)

	writeFile(t, c.path("new"), "")
	require.NoError(t, os.Remove(c.path("7")))
	found := map[string]bool{}
	for off := int64(0); ; {
		ents, e := c.readdir(fops.OpReaddir, fd, 1<<20, off)
		require.Zero(t, e)
		if len(ents) == 0 {
			break
		}
		for _, d := range ents {
			found[d.Name] = true
			off = d.Off
		}
	}
	require.True(t, found["new"], "rewinddir shows what is new")
	require.False(t, found["7"])
}

// TestEntriesLeftOut: a translator that leaves entries out, or a bridge
// without room for them, leaks nothing.
func TestEntriesLeftOut(t *testing.T) {
	c := serve(t)
	for i := range 50 {
		writeFile(t, c.path(fmt.Sprint(i)), "")
	}
	fd, e := c.opendir(c.root())
	require.Zero(t, e)
	require.Zero(t, c.byFd(fops.OpReaddirp, fd, func(a *fops.Args) { a.Size = 1 << 20 }, func(r *fops.Reply) {
		require.Len(t, r.Entries, 52)
		require.Equal(t, int64(51), c.store().handles.Load())
		c.g.UnrefInode(r.Entries[10].Inode, 1) // what the bridge does with one that it has not linked
	}))
	require.Equal(t, int64(1), c.store().handles.Load())
}
