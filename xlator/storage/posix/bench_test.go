package posix

import (
	"fmt"
	"testing"

	"golang.org/x/sys/unix"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/xlator"
)

// bench measures one round of a client's work, with the allocations of the
// whole graph.
func bench(b *testing.B, c *client, work func(call *xlator.Call) bool) {
	b.Helper()
	b.ReportAllocs()
	for b.Loop() {
		call := c.g.NewCall()
		if !work(call) {
			b.Fatal("the fop has failed")
		}
		call.End()
	}
}

func BenchmarkFops(b *testing.B) {
	c := serve(b)
	writeFile(b, c.path("file"), "hello")
	in := c.find("file")
	fd := c.mustOpen(in, unix.O_RDWR)
	root := c.root()
	b.Run("lookup-miss", func(b *testing.B) {
		bench(b, c, func(call *xlator.Call) bool {
			a := call.Args(fops.OpLookup)
			a.Loc = fops.Loc{Parent: root, Name: "missing", Inode: call.SpareInode()}
			return call.Do(a).OpErrno == unix.ENOENT
		})
	})
	b.Run("lookup-known", func(b *testing.B) {
		bench(b, c, func(call *xlator.Call) bool {
			a := call.Args(fops.OpLookup)
			a.Loc = fops.Loc{Parent: root, Name: "file", Inode: call.SpareInode()}
			return call.Do(a).Inode == in
		})
	})
	writeFile(b, c.path("other"), "hello")
	b.Run("lookup-new", func(b *testing.B) {
		bench(b, c, func(call *xlator.Call) bool {
			a := call.Args(fops.OpLookup)
			a.Loc = fops.Loc{Parent: root, Name: "other", Inode: call.SpareInode()}
			return !call.Do(a).Failed()
		})
	})
	b.Run("stat", func(b *testing.B) {
		bench(b, c, func(call *xlator.Call) bool {
			a := call.Args(fops.OpStat)
			a.Loc.Inode = in
			return !call.Do(a).Failed()
		})
	})
	b.Run("readv", func(b *testing.B) {
		buf := make([]byte, 4096)
		bench(b, c, func(call *xlator.Call) bool {
			call.Buf = buf
			a := call.Args(fops.OpReadv)
			a.Fd, a.Size = fd, 4096
			return call.Do(a).OpRet == 5
		})
	})
	b.Run("writev", func(b *testing.B) {
		data := []byte("hello")
		bench(b, c, func(call *xlator.Call) bool {
			a := call.Args(fops.OpWritev)
			a.Fd, a.Vector = fd, data
			return call.Do(a).OpRet == 5
		})
	})
	b.Run("writev-kill-priv", func(b *testing.B) {
		data := []byte("hello")
		bench(b, c, func(call *xlator.Call) bool {
			a := call.Args(fops.OpWritev)
			a.Fd, a.Vector, a.Flags = fd, data, fops.WriteKillPriv
			return call.Do(a).OpRet == 5
		})
	})
	b.Run("open+release", func(b *testing.B) {
		bench(b, c, func(call *xlator.Call) bool {
			a := call.Args(fops.OpOpen)
			a.Loc.Inode, a.Flags = in, unix.O_RDONLY
			a.Fd = call.SpareFd(in, unix.O_RDONLY, false)
			if call.Do(a).Failed() {
				return false
			}
			c.g.ReleaseFd(call.KeepFd())
			return true
		})
	})
	for who, u := range map[string]*client{"root": c, "user": c.as(1001, 1001)} {
		b.Run("create+unlink/"+who, func(b *testing.B) {
			_ = unix.Chmod(c.dir, 0o777)
			b.ReportAllocs()
			for b.Loop() {
				fd, in, _, e := u.createUmask(fops.OpCreate, root, "new", unix.O_CREAT|unix.O_RDWR, 0o666, 0o022)
				if e != 0 || u.byName(fops.OpUnlink, root, "new") != 0 {
					b.Fatal(e)
				}
				u.release(fd)
				u.forget(in)
			}
		})
	}
	b.Run("mkdir+rmdir", func(b *testing.B) {
		for b.Loop() {
			in, e := c.mkdir(root, "dir", 0o755)
			if e != 0 || c.byName(fops.OpRmdir, root, "dir") != 0 {
				b.Fatal(e)
			}
			c.forget(in)
		}
	})
	b.Run("getxattr-missing", func(b *testing.B) {
		bench(b, c, func(call *xlator.Call) bool {
			a := call.Args(fops.OpGetxattr)
			a.Loc.Inode, a.Name = in, capability
			return call.Do(a).OpErrno == unix.ENODATA
		})
	})
}

func BenchmarkReaddir(b *testing.B) {
	c := serve(b)
	const n = 10000
	for i := range n {
		writeFile(b, c.path(fmt.Sprint("file-", i)), "")
	}
	for _, op := range []fops.Op{fops.OpReaddir, fops.OpReaddirp} {
		b.Run(op.String(), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				fd, _ := c.opendir(c.root())
				seen := 0
				for off, end := int64(0), false; !end; {
					c.byFd(op, fd, func(a *fops.Args) { a.Size, a.Offset = 128<<10, off }, func(r *fops.Reply) {
						end = len(r.Entries) == 0
						for i := range r.Entries {
							off = r.Entries[i].Off
							seen++
						}
					})
				}
				c.release(fd)
				if seen != n+2 {
					b.Fatal(seen)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/n, "ns/entry")
		})
	}
}
