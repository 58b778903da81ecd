package posix

import (
	"fmt"
	"sync"
	"sync/atomic"
	"syscall"

	"golang.org/x/sys/unix"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/xlator"
)

// Type is storage/posix.
var Type = &xlator.Type{
	Name:    "storage/posix",
	Summary: "Serve a directory of this machine: the leaf of most graphs.",
	Options: []xlator.Option{
		{Key: "directory", Type: xlator.Path, Required: true, Doc: "The directory to serve. Nothing outside of it can be reached through the mount."},
		{Key: "check-permissions", Type: xlator.Bool, Default: "off", Doc: "Do everything that names an object with the caller's rights. For mounts without default_permissions: names are looked up anew each time, and each fop costs several system calls more."},
		{Key: "share-locks", Type: xlator.Bool, Default: "on", Doc: "Put fcntl(2) locks on the backing files too, so that programs inside and outside of the mount respect each other's. For flock(2) that is always so."},
	},
	New: func(this *xlator.Node) (any, error) {
		this.UseInodeCtx()
		this.UseFdCtx()
		s := &store{node: this, check: this.Options.Bool("check-permissions"), procFd: -1}
		s.locks.init(s, this.Options.Bool("share-locks"))
		return s, nil
	},
}

// A store is one storage/posix in a graph.
type store struct {
	node *xlator.Node
	// check is the option check-permissions; privileged is set where the
	// process is root and can act for others; gid is the process's own.
	check, privileged bool
	gid               int
	// closeTells is set if the filesystem reports errors at close(2).
	closeTells bool

	procFd           int // /proc/self/fd
	root             *handle
	rootIno, rootDev uint64
	noACL            atomic.Bool

	handles atomic.Int64
	many    int64 // so many handles that the kernel is asked to forget some
	temps   atomic.Uint64
	lastLog atomic.Int64 // when tooMany logged, Unix seconds

	xattrLocks [64]sync.Mutex
	locks      lockTable

	filesMu sync.Mutex // guards the list of open files
	files   *file
	nfiles  int
}

// A handlerFunc carries out a fop and returns 0 for success.
type handlerFunc func(s *store, f *xlator.Frame, a *fops.Args, r *fops.Reply) syscall.Errno

// handlers has what carries out each fop. lk, which may wait, is apart.
var handlers = [fops.NumOps]handlerFunc{
	fops.OpLookup:        (*store).lookup,
	fops.OpStat:          (*store).stat,
	fops.OpFstat:         (*store).fstat,
	fops.OpSetattr:       (*store).setattr,
	fops.OpFsetattr:      (*store).fsetattr,
	fops.OpTruncate:      (*store).truncate,
	fops.OpFtruncate:     (*store).ftruncate,
	fops.OpAccess:        (*store).access,
	fops.OpReadlink:      (*store).readlink,
	fops.OpMknod:         (*store).mknod,
	fops.OpMkdir:         (*store).mkdir,
	fops.OpUnlink:        (*store).unlink,
	fops.OpRmdir:         (*store).rmdir,
	fops.OpSymlink:       (*store).symlink,
	fops.OpRename:        (*store).rename,
	fops.OpLink:          (*store).link,
	fops.OpCreate:        (*store).create,
	fops.OpOpen:          (*store).open,
	fops.OpReadv:         (*store).readv,
	fops.OpWritev:        (*store).writev,
	fops.OpFlush:         (*store).flush,
	fops.OpFsync:         (*store).fsync,
	fops.OpFsyncdir:      (*store).fsync,
	fops.OpOpendir:       (*store).opendir,
	fops.OpReaddir:       (*store).readdir,
	fops.OpReaddirp:      (*store).readdirp,
	fops.OpStatfs:        (*store).statfs,
	fops.OpSetxattr:      (*store).setxattr,
	fops.OpGetxattr:      (*store).getxattr,
	fops.OpRemovexattr:   (*store).removexattr,
	fops.OpFsetxattr:     (*store).setxattr,
	fops.OpFgetxattr:     (*store).getxattr,
	fops.OpFremovexattr:  (*store).removexattr,
	fops.OpXattrop:       (*store).xattrop,
	fops.OpFxattrop:      (*store).xattrop,
	fops.OpFallocate:     (*store).fallocate,
	fops.OpDiscard:       (*store).discard,
	fops.OpZerofill:      (*store).zerofill,
	fops.OpSeek:          (*store).seek,
	fops.OpCopyFileRange: (*store).copyFileRange,
	fops.OpRchecksum:     (*store).rchecksum,
	fops.OpPut:           (*store).put,
	fops.OpTmpfile:       (*store).tmpfile,
	fops.OpIoctl:         (*store).ioctl,
	fops.OpPoll:          (*store).poll,
	fops.OpStatx:         (*store).statx,
	fops.OpSyncfs:        (*store).syncfs,
}

// Bind gives every fop a handler: one from the list above, or the answer that
// its row in the table calls for.
func (s *store) Bind(b *xlator.Bindings) {
	for op := range fops.Op(fops.NumOps) {
		switch h := handlers[op]; {
		case op == fops.OpLk:
			b.Fop[op] = s.lk
		case h != nil:
			b.Fop[op] = s.serve(op, h)
		case op.Spec().Unsupported != "":
			b.Fop[op] = func(f *xlator.Frame, _ *fops.Args) { f.Fail(unix.EOPNOTSUPP) }
		}
	}
}

// serve makes a handler of what carries out a fop. The answer is given when
// the thread is itself again, because callbacks of other translators run in
// it.
func (s *store) serve(op fops.Op, h handlerFunc) xlator.Handler {
	if s.check && checked(op) {
		return func(f *xlator.Frame, a *fops.Args) {
			r := f.NewReply(op)
			// The right to search a directory is asked for at a look-up, so
			// that the kernel must not answer one by itself.
			r.EntryTimeout = 0
			if e := s.asChecked(f, func() syscall.Errno { return h(s, f, a, r) }); e != 0 {
				r.Fail(e)
			}
			f.Unwind(r)
		}
	}
	return func(f *xlator.Frame, a *fops.Args) {
		r := f.NewReply(op)
		if e := h(s, f, a, r); e != 0 {
			r.Fail(e)
		}
		f.Unwind(r)
	}
}

// Init opens the directory and makes it the graph's root.
func (s *store) Init() error {
	s.many = raiseFileLimit() / 4 * 3
	s.initCred()
	dir := s.node.Options.Text("directory")
	fd, err := unix.Open(dir, unix.O_PATH|unix.O_DIRECTORY|unix.O_CLOEXEC, 0)
	if err != nil {
		return fmt.Errorf("cannot open the directory %q: %w", dir, err)
	}
	var st unix.Statx_t
	if e := statxFd(fd, &st); e != 0 {
		_ = unix.Close(fd)
		return fmt.Errorf("cannot stat the directory %q: %w", dir, e)
	}
	s.rootIno, s.rootDev = st.Ino, devOf(&st)
	s.root = s.newHandle(fd, &st)
	s.node.SetInodeCtx(s.node.Graph().Inodes().Root(), s.root)
	if s.procFd, err = unix.Open("/proc/self/fd", unix.O_PATH|unix.O_DIRECTORY|unix.O_CLOEXEC, 0); err != nil {
		return fmt.Errorf("/proc is needed to open files by their handles: %w", err)
	}
	var fs unix.Statfs_t
	if err := unix.Fstatfs(fd, &fs); err != nil {
		return fmt.Errorf("cannot statfs the directory %q: %w", dir, err)
	}
	switch uint32(fs.Type) {
	case unix.NFS_SUPER_MAGIC, unix.CIFS_SUPER_MAGIC, unix.SMB2_SUPER_MAGIC, unix.FUSE_SUPER_MAGIC, unix.CEPH_SUPER_MAGIC, unix.AFS_SUPER_MAGIC, unix.V9FS_MAGIC:
		s.closeTells = true
	}
	return nil
}

// Fini closes what is still open. The graph has forgotten all inodes by then.
func (s *store) Fini() {
	s.locks.stop()
	for {
		s.filesMu.Lock()
		fl := s.files
		s.filesMu.Unlock()
		if fl == nil {
			break
		}
		s.forgetFile(fl)
	}
	if s.procFd >= 0 {
		_ = unix.Close(s.procFd)
		s.procFd = -1
	}
}

// Dump tells what is open.
func (s *store) Dump(add func(key string, value any)) {
	s.filesMu.Lock()
	files := s.nfiles
	s.filesMu.Unlock()
	var limit unix.Rlimit
	_ = unix.Getrlimit(unix.RLIMIT_NOFILE, &limit)
	add("handles", s.handles.Load())
	add("open-files", files)
	add("file-limit", limit.Cur)
	add("acts-for-callers", s.privileged)
	add("root-device", s.rootDev)
	add("root-inode", s.rootIno)
	s.locks.dump(add)
}
