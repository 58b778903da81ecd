package memfs

import (
	"bytes"
	"encoding/binary"
	"maps"
	"slices"
	"sync"
	"syscall"
	"time"

	"golang.org/x/sys/unix"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/xlator"
)

// An FS is a filesystem in memory. It may be used from any goroutine.
type FS struct {
	now func() time.Time

	mu    sync.Mutex // guards all below, held while a fop is served
	files map[fops.GFID]*file
	last  uint64 // number of the newest object
}

// A file is one object: a file, a directory, a symbolic link.
type file struct {
	iatt    fops.Iatt
	data    []byte
	link    string
	names   map[string]*file
	xattrs  fops.Dict
	changes uint64
}

const maxName = 255

// New makes a filesystem that is empty but for its root directory. Its objects
// get the time that now tells; nil stands for the machine's.
func New(now func() time.Time) *FS {
	if now == nil {
		now = time.Now
	}
	m := &FS{now: now, files: make(map[fops.GFID]*file)}
	root := m.make(unix.S_IFDIR | 0o755)
	delete(m.files, root.iatt.GFID)
	root.iatt.GFID = fops.RootGFID
	root.iatt.Nlink = 2
	m.files[fops.RootGFID] = root
	return m
}

func (m *FS) make(mode uint32) *file {
	m.last++
	x := &file{}
	now := m.now()
	ts := fops.Timespec{Sec: now.Unix(), Nsec: uint32(now.Nanosecond())}
	x.iatt = fops.Iatt{Ino: m.last, Mode: mode, Nlink: 1, Blksize: 4096, Flags: unix.STATX_BASIC_STATS, Atime: ts, Mtime: ts, Ctime: ts, Btime: ts}
	binary.BigEndian.PutUint64(x.iatt.GFID[8:], m.last)
	x.iatt.GFID[0] = 0xfe
	if x.dir() {
		x.iatt.Nlink = 2
		x.names = make(map[string]*file)
	}
	m.files[x.iatt.GFID] = x
	return x
}

func (x *file) dir() bool { return x.iatt.IsDir() }

func (x *file) touch() {
	x.changes++
	x.iatt.Mtime.Nsec = uint32(x.changes % 1e9)
	x.iatt.Ctime.Nsec = x.iatt.Mtime.Nsec
}

func (x *file) resize(n int) {
	if n <= len(x.data) {
		x.data = x.data[:n]
	} else {
		x.data = append(x.data, make([]byte, n-len(x.data))...)
	}
	x.iatt.Size, x.iatt.Blocks = uint64(n), uint64(n+511)/512
	x.touch()
}

// of returns the object of an inode.
func (m *FS) of(in *fops.Inode) (*file, syscall.Errno) {
	if in == nil {
		return nil, syscall.EINVAL
	}
	if x := m.files[in.GFID]; x != nil {
		return x, 0
	}
	return nil, syscall.ESTALE
}

// at returns the object of a loc: by its name, or by its inode.
func (m *FS) at(l *fops.Loc) (*file, syscall.Errno) {
	if l.Nameless() {
		return m.of(l.Inode)
	}
	dir, errno := m.parent(l)
	if errno != 0 {
		return nil, errno
	}
	if x := dir.names[l.Name]; x != nil {
		return x, 0
	}
	return nil, syscall.ENOENT
}

func (m *FS) parent(l *fops.Loc) (*file, syscall.Errno) {
	dir, errno := m.of(l.Parent)
	switch {
	case errno != 0:
		return nil, errno
	case !dir.dir():
		return nil, syscall.ENOTDIR
	case len(l.Name) > maxName:
		return nil, syscall.ENAMETOOLONG
	}
	return dir, 0
}

// vacant returns the directory of a name that is free.
func (m *FS) vacant(l *fops.Loc) (*file, syscall.Errno) {
	if l.Nameless() {
		return nil, syscall.EINVAL
	}
	dir, errno := m.parent(l)
	if errno == 0 && dir.names[l.Name] != nil {
		errno = syscall.EEXIST
	}
	return dir, errno
}

// object fills in what a reply says of an object.
func object(f *xlator.Frame, r *fops.Reply, x *file, fresh *fops.Inode) {
	r.Buf = x.iatt
	r.Inode = inodeOf(f, x, fresh)
}

// inodeOf returns the inode that is known for an object, or a fresh one.
func inodeOf(f *xlator.Frame, x *file, fresh *fops.Inode) *fops.Inode {
	if in := f.Call().FindInode(x.iatt.GFID); in != nil {
		return in
	}
	if fresh == nil || fresh.Linked() {
		fresh = f.Call().NewInode()
	}
	return fresh
}

// enter gives x a name and fills in the reply.
func (m *FS) enter(f *xlator.Frame, l *fops.Loc, r *fops.Reply, dir, x *file) {
	r.Pre = dir.iatt
	dir.names[l.Name] = x
	if x.dir() {
		dir.iatt.Nlink++
	}
	dir.touch()
	r.Post = dir.iatt
	object(f, r, x, l.Inode)
}

// drop takes a name away, and the object with its last one.
func (m *FS) drop(dir *file, name string) {
	x := dir.names[name]
	delete(dir.names, name)
	dir.touch()
	x.touch()
	if x.dir() {
		dir.iatt.Nlink--
		x.iatt.Nlink = 0
	} else {
		x.iatt.Nlink--
	}
	// The object stays in files: somebody may have it open. It is a test.
}

// Serve fills in the reply to a request as a filesystem would. It knows the
// fops that a program's usual system calls lead to; the others fail with
// ENOSYS. Nobody's permissions are checked.
func (m *FS) Serve(f *xlator.Frame, a *fops.Args, r *fops.Reply) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if errno := m.do(f, a, r); errno != 0 {
		r.Fail(errno)
	}
}

func (m *FS) do(f *xlator.Frame, a *fops.Args, r *fops.Reply) syscall.Errno {
	switch a.Op {
	case fops.OpMknod, fops.OpMkdir, fops.OpSymlink, fops.OpCreate, fops.OpPut, fops.OpTmpfile, fops.OpLink:
		return m.makes(f, a, r)
	case fops.OpUnlink, fops.OpRmdir:
		return m.removes(a, r)
	case fops.OpRename:
		return m.rename(a, r)
	case fops.OpSyncfs:
		return 0
	case fops.OpStatfs:
		r.Statvfs = fops.Statvfs{Bsize: 4096, Frsize: 4096, Files: uint64(len(m.files)), Namemax: maxName}
		return 0
	}
	row := a.Op.Spec()
	var x *file
	var errno syscall.Errno
	switch {
	case has(row.In, "Loc"):
		x, errno = m.at(&a.Loc)
	case a.Fd != nil:
		x, errno = m.of(a.Fd.Inode)
	default:
		return syscall.ENOSYS
	}
	if errno != 0 {
		return errno
	}
	switch a.Op {
	case fops.OpLookup:
		object(f, r, x, a.Loc.Inode)
		if !a.Loc.Nameless() {
			r.Post = m.files[a.Loc.Parent.GFID].iatt
		}
	case fops.OpStat, fops.OpFstat, fops.OpStatx:
		r.Buf = x.iatt
	case fops.OpAccess, fops.OpFlush, fops.OpFsyncdir:
	case fops.OpReadlink:
		r.Path, r.Buf = x.link, x.iatt
	case fops.OpOpen, fops.OpOpendir:
		if x.dir() != (a.Op == fops.OpOpendir) {
			return map[bool]syscall.Errno{true: syscall.EISDIR, false: syscall.ENOTDIR}[x.dir()]
		}
		if a.Op == fops.OpOpen && a.Flags&syscall.O_TRUNC != 0 {
			x.resize(0)
		}
		r.Fd = a.Fd
	case fops.OpFsync:
		r.Pre, r.Post = x.iatt, x.iatt
	case fops.OpSetattr, fops.OpFsetattr:
		r.Pre = x.iatt
		m.setattr(x, a)
		r.Post = x.iatt
	case fops.OpTruncate, fops.OpFtruncate:
		if a.Offset < 0 {
			return syscall.EINVAL
		}
		r.Pre = x.iatt
		x.resize(int(a.Offset))
		r.Post = x.iatt
	case fops.OpReadv:
		if a.Offset < 0 {
			return syscall.EINVAL
		}
		from := min(a.Offset, int64(len(x.data)))
		r.Vector = f.Buffer(int(min(a.Size, uint64(int64(len(x.data))-from))))
		r.OpRet = int64(copy(r.Vector, x.data[from:]))
		r.Buf = x.iatt
	case fops.OpWritev:
		if a.Offset < 0 {
			return syscall.EINVAL
		}
		r.Pre = x.iatt
		if n := int(a.Offset) + len(a.Vector); n > len(x.data) {
			x.resize(n)
		}
		r.OpRet = int64(copy(x.data[a.Offset:], a.Vector))
		x.touch()
		r.Post = x.iatt
	case fops.OpReaddir, fops.OpReaddirp:
		m.list(f, a, r, x)
	case fops.OpSetxattr, fops.OpFsetxattr:
		for _, p := range a.Dict.Pairs() {
			v, _ := a.Dict.Bytes(p.Key)
			x.xattrs.Set(p.Key, bytes.Clone(v))
		}
	case fops.OpGetxattr, fops.OpFgetxattr:
		r.Dict = &fops.Dict{}
		for _, p := range x.xattrs.Pairs() {
			if a.Name == "" {
				r.Dict.Set(p.Key, []byte{})
			} else if p.Key == a.Name {
				r.Dict.Set(p.Key, p.Value)
			}
		}
		if a.Name != "" && r.Dict.Len() == 0 {
			return syscall.ENODATA
		}
	case fops.OpRemovexattr, fops.OpFremovexattr:
		if _, ok := x.xattrs.Get(a.Name); !ok {
			return syscall.ENODATA
		}
		x.xattrs.Del(a.Name)
	default:
		return syscall.ENOSYS
	}
	return 0
}

// makes serves the fops that make an object or a name.
func (m *FS) makes(f *xlator.Frame, a *fops.Args, r *fops.Reply) syscall.Errno {
	if a.Op == fops.OpTmpfile {
		dir := a.Loc.Parent
		if dir == nil {
			dir = a.Loc.Inode
		}
		if _, errno := m.of(dir); errno != 0 {
			return errno
		}
		x := m.make(unix.S_IFREG | a.Mode&^a.Umask&0o7777)
		x.iatt.Nlink = 0
		object(f, r, x, f.Call().SpareInode())
		r.Fd = a.Fd
		return 0
	}
	loc := &a.Loc
	if a.Op == fops.OpLink {
		loc = &a.Loc2
	}
	dir, errno := m.vacant(loc)
	if a.Op == fops.OpCreate && errno == syscall.EEXIST && a.Flags&syscall.O_EXCL == 0 {
		x := dir.names[loc.Name]
		if x.dir() {
			return syscall.EISDIR
		}
		if a.Flags&syscall.O_TRUNC != 0 {
			x.resize(0)
		}
		r.Pre, r.Post, r.Fd = dir.iatt, dir.iatt, a.Fd
		object(f, r, x, loc.Inode)
		return 0
	}
	if errno != 0 {
		return errno
	}
	var x *file
	perm := a.Mode &^ a.Umask & 0o7777
	switch a.Op {
	case fops.OpMknod:
		typ := a.Mode & unix.S_IFMT
		if typ == 0 {
			typ = unix.S_IFREG
		}
		x = m.make(typ | perm)
		x.iatt.Rdev = a.Rdev
	case fops.OpMkdir:
		x = m.make(unix.S_IFDIR | perm)
	case fops.OpSymlink:
		x = m.make(unix.S_IFLNK | 0o777)
		x.link, x.iatt.Size = a.Path, uint64(len(a.Path))
	case fops.OpLink:
		if x, errno = m.at(&a.Loc); errno != 0 {
			return errno
		}
		if x.dir() {
			return syscall.EPERM
		}
		x.iatt.Nlink++
		x.touch()
	default: // create, put
		x = m.make(unix.S_IFREG | perm)
		if a.Op == fops.OpCreate {
			r.Fd = a.Fd
		} else {
			x.resize(int(a.Offset) + len(a.Vector))
			copy(x.data[a.Offset:], a.Vector)
		}
	}
	x.iatt.UID, x.iatt.GID = f.Root().UID, f.Root().GID
	m.enter(f, loc, r, dir, x)
	return 0
}

func (m *FS) removes(a *fops.Args, r *fops.Reply) syscall.Errno {
	x, errno := m.at(&a.Loc)
	switch {
	case errno != 0:
		return errno
	case a.Loc.Nameless():
		return syscall.EINVAL
	case x.dir() && a.Op == fops.OpUnlink:
		return syscall.EISDIR
	case !x.dir() && a.Op == fops.OpRmdir:
		return syscall.ENOTDIR
	case len(x.names) > 0:
		return syscall.ENOTEMPTY
	}
	dir := m.files[a.Loc.Parent.GFID]
	r.Pre = dir.iatt
	m.drop(dir, a.Loc.Name)
	r.Post = dir.iatt
	return 0
}

func (m *FS) rename(a *fops.Args, r *fops.Reply) syscall.Errno {
	from, to := &a.Loc, &a.Loc2
	if from.Nameless() || to.Nameless() {
		return syscall.EINVAL
	}
	x, errno := m.at(from)
	if errno != 0 {
		return errno
	}
	dir, errno := m.parent(to)
	if errno != 0 {
		return errno
	}
	old := m.files[from.Parent.GFID]
	there := dir.names[to.Name]
	exchange := a.Flags&unix.RENAME_EXCHANGE != 0
	switch {
	case exchange && there == nil:
		return syscall.ENOENT
	case a.Flags&unix.RENAME_NOREPLACE != 0 && there != nil:
		return syscall.EEXIST
	case !exchange && there != nil && len(there.names) > 0:
		return syscall.ENOTEMPTY
	}
	r.Pre, r.Pre2 = old.iatt, dir.iatt
	switch {
	case exchange:
		old.names[from.Name], dir.names[to.Name] = there, x
	case there == x:
	default:
		if there != nil {
			m.drop(dir, to.Name)
		}
		delete(old.names, from.Name)
		dir.names[to.Name] = x
	}
	old.touch()
	dir.touch()
	r.Buf, r.Post, r.Post2 = x.iatt, old.iatt, dir.iatt
	return 0
}

func (m *FS) setattr(x *file, a *fops.Args) {
	if a.Valid&fops.SetMode != 0 {
		x.iatt.Mode = x.iatt.Type() | a.Buf.Prot()
	}
	if a.Valid&fops.SetUID != 0 {
		x.iatt.UID = a.Buf.UID
	}
	if a.Valid&fops.SetGID != 0 {
		x.iatt.GID = a.Buf.GID
	}
	if a.Valid&fops.SetAtime != 0 {
		x.iatt.Atime = a.Buf.Atime
	}
	if a.Valid&fops.SetMtime != 0 {
		x.iatt.Mtime = a.Buf.Mtime
	}
}

// list answers readdir and readdirp. Positions are indexes into the sorted
// names, and an entry counts as many bytes as in FUSE.
func (m *FS) list(f *xlator.Frame, a *fops.Args, r *fops.Reply, dir *file) {
	names := slices.Sorted(maps.Keys(dir.names))
	room := int64(a.Size)
	for i := int(max(a.Offset, 0)); i < len(names); i++ {
		x := dir.names[names[i]]
		if room -= int64(24 + (len(names[i])+7)/8*8); room < 0 {
			break
		}
		e := fops.Dirent{Name: names[i], Ino: x.iatt.Ino, Off: int64(i + 1), Type: x.iatt.Type()}
		if a.Op == fops.OpReaddirp {
			e.Buf, e.Inode = x.iatt, inodeOf(f, x, nil)
		}
		r.Entries = append(r.Entries, e)
	}
	r.OpRet = int64(len(r.Entries))
}

// has reports whether a row's parameters have the record field of that name.
func has(ps []fops.Param, field string) bool {
	return slices.ContainsFunc(ps, func(p fops.Param) bool { return p.In == field })
}
