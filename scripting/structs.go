package scripting

import (
	"encoding/hex"
	"strings"

	"github.com/go-python/gpython/py"

	"github.com/windlassfs/windlass/fops"
)

// The smaller records.
var (
	lockClass = newRecordClass("Lock", "A lock on a range of bytes, as struct flock. Lock(l_type=F_RDLCK, …) makes one.", []attribute[fops.Lock]{
		number("l_type", func(p *fops.Lock) *int16 { return &p.Type }),
		number("l_start", func(p *fops.Lock) *int64 { return &p.Start }),
		number("l_len", func(p *fops.Lock) *int64 { return &p.Len }),
		number("l_pid", func(p *fops.Lock) *uint32 { return &p.PID }),
		number("l_owner", func(p *fops.Lock) *uint64 { return &p.Owner }),
	})
	leaseClass = newRecordClass("Lease", "A lease on an object. Lease(cmd=…, type=…, id=b'…') makes one.", []attribute[fops.Lease]{
		number("cmd", func(p *fops.Lease) *int32 { return &p.Cmd }),
		number("type", func(p *fops.Lease) *int32 { return &p.Type }),
		{"id", func(r *record[fops.Lease]) py.Object { return giveBytes(r.p.ID[:]) }, func(r *record[fops.Lease], o py.Object) error {
			b, ok := o.(py.Bytes)
			if !ok || len(b) != len(r.p.ID) {
				return typeName("16 bytes")
			}
			copy(r.p.ID[:], b)
			return nil
		}},
	})
	statvfsClass = newRecordClass("Statvfs", "The usage of a filesystem, as struct statvfs. Statvfs(f_bsize=4096, …) makes one.", statvfsAttrs())
)

// direntClass is the one record with a pointer: its inode is the request's.
var direntClass = func() *recordClass[fops.Dirent] {
	type R = record[fops.Dirent]
	c := newRecordClass("Dirent", "An entry of a directory. Dirent(name='x', ino=1, off=1, type=S_IFREG) makes one.", []attribute[fops.Dirent]{
		{"name", func(r *R) py.Object { return py.String(r.p.Name) }, func(r *R, o py.Object) error {
			switch s := o.(type) {
			case py.String:
				r.p.Name = string(s)
			case py.Bytes:
				r.p.Name = string(s)
			default:
				return typeName("a str")
			}
			return nil
		}},
		number("ino", func(p *fops.Dirent) *uint64 { return &p.Ino }),
		number("off", func(p *fops.Dirent) *int64 { return &p.Off }),
		number("type", func(p *fops.Dirent) *uint32 { return &p.Type }),
		{"inode", func(r *R) py.Object { return giveInode(r.l, r.p.Inode) }, func(r *R, o py.Object) error {
			switch x := o.(type) {
			case *inodeObject:
				if x.l.over || r.l != nil && r.l != x.l {
					return typeName("an Inode of the same request")
				}
				r.l, r.p.Inode = x.l, x.in
			case py.NoneType:
				r.p.Inode = nil
			default:
				return typeName("an Inode or None")
			}
			return nil
		}},
		{"buf", func(r *R) py.Object {
			if r.writable {
				return &iattRecord{l: r.l, p: &r.p.Buf, class: iattClass, writable: true}
			}
			return iattClass.view(r.l, &r.p.Buf)
		}, func(r *R, o py.Object) error {
			x, ok := o.(*iattRecord)
			if !ok || x.l.check("Iatt") != nil {
				return typeName("an Iatt")
			}
			r.p.Buf = *x.p
			return nil
		}},
	})
	c.pointers = true
	return c
}()

func statvfsAttrs() []attribute[fops.Statvfs] {
	type S = fops.Statvfs
	return []attribute[S]{
		number("f_bsize", func(p *S) *uint64 { return &p.Bsize }),
		number("f_frsize", func(p *S) *uint64 { return &p.Frsize }),
		number("f_blocks", func(p *S) *uint64 { return &p.Blocks }),
		number("f_bfree", func(p *S) *uint64 { return &p.Bfree }),
		number("f_bavail", func(p *S) *uint64 { return &p.Bavail }),
		number("f_files", func(p *S) *uint64 { return &p.Files }),
		number("f_ffree", func(p *S) *uint64 { return &p.Ffree }),
		number("f_favail", func(p *S) *uint64 { return &p.Favail }),
		number("f_fsid", func(p *S) *uint64 { return &p.Fsid }),
		number("f_flag", func(p *S) *uint64 { return &p.Flag }),
		number("f_namemax", func(p *S) *uint64 { return &p.Namemax }),
	}
}

func giveLock(l *life, p *fops.Lock) py.Object       { return lockClass.view(l, p) }
func giveLease(l *life, p *fops.Lease) py.Object     { return leaseClass.view(l, p) }
func giveStatvfs(l *life, p *fops.Statvfs) py.Object { return statvfsClass.view(l, p) }

func giveLocks(l *life, s []fops.Lock) py.Object     { return giveList(lockClass, l, s) }
func giveEntries(l *life, s []fops.Dirent) py.Object { return giveList(direntClass, l, s) }

// giveList makes a list of views in one piece of memory.
func giveList[T any](c *recordClass[T], l *life, s []T) py.Object {
	views := make([]record[T], len(s))
	items := make([]py.Object, len(s))
	for i := range s {
		views[i] = record[T]{l: l, p: &s[i], class: c}
		items[i] = &views[i]
	}
	return &py.List{Items: items}
}

// takeGFID reads the text of a gfid; None is the unknown one.
func takeGFID(o py.Object) (g fops.GFID, err error) {
	if o == py.None {
		return g, nil
	}
	s, ok := o.(py.String)
	if !ok {
		return g, typeName("the text of a gfid or None")
	}
	b, err := hex.DecodeString(strings.ReplaceAll(string(s), "-", ""))
	if err != nil || len(b) != len(g) {
		return g, typeName("the text of a gfid or None")
	}
	copy(g[:], b)
	return g, nil
}
