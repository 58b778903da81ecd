package fops

import (
	"syscall"
	"time"
)

// Args is one request on its way down: the union of the arguments of all
// fops. Which fields mean something is said by the fop's row; the others hold
// garbage.
//
// A record and what it points to belong to the request and are valid until it
// is answered and every frame of it is closed. A translator must not change
// the record that it was given, because those above it still read it: it
// winds a copy (xlator.Frame.CopyArgs). Not for use from several goroutines
// while it is being filled in.
type Args struct {
	// Op is the fop that is asked for.
	Op Op

	Loc     Loc
	Loc2    Loc
	Fd      *Fd
	Fd2     *Fd
	Flags   uint32
	Mode    uint32
	Umask   uint32
	Valid   uint32
	Cmd     int32
	Type    int32
	Rdev    uint64
	Size    uint64
	Arg     uint64
	Offset  int64
	Offset2 int64
	Name    string
	Volume  string
	Path    string
	Vector  []byte
	Dict    *Dict
	XData   *Dict
	Locks   []Lock
	Lock    Lock
	Lease   Lease
	Buf     Iatt
}

// Reply is the answer to one request on its way up: the union of the replies
// of all fops. Fields outside the row's Out hold garbage, and when OpRet is
// negative so do all but OpErrno, XData and the timeouts.
//
// It is valid for as long as the [Args] of its request.
type Reply struct {
	// OpRet is -1 for a failure; for readv, writev, readdir, readdirp, ioctl
	// and copy_file_range it is the count, for the rest 0.
	OpRet int64
	// OpErrno says why OpRet is -1.
	OpErrno syscall.Errno

	// EntryTimeout and AttrTimeout are how long the kernel may keep the name
	// and the attributes that come with this reply (for a lookup that fails
	// with ENOENT: the absence of the name). Negative means what the mount's
	// options say, and is what a fresh reply has.
	EntryTimeout, AttrTimeout time.Duration

	Inode   *Inode
	Fd      *Fd
	Buf     Iatt
	Pre     Iatt
	Post    Iatt
	Pre2    Iatt
	Post2   Iatt
	Statvfs Statvfs
	Lock    Lock
	Lease   Lease
	Locks   []Lock
	Entries []Dirent
	Vector  []byte
	Strong  []byte
	Path    string
	Offset  int64
	Flags   uint32
	Weak    uint32
	Dict    *Dict
	XData   *Dict
}

// DefaultTimeout in EntryTimeout or AttrTimeout asks for the mount's own.
const DefaultTimeout time.Duration = -1

// Fail makes r a failure with that errno.
func (r *Reply) Fail(errno syscall.Errno) {
	r.OpRet, r.OpErrno = -1, errno
}

// Failed reports whether r is a failure.
func (r *Reply) Failed() bool { return r.OpRet < 0 }

// begin makes r a success without hints.
func (r *Reply) begin() {
	r.OpRet, r.OpErrno = 0, 0
	r.EntryTimeout, r.AttrTimeout = DefaultTimeout, DefaultTimeout
	r.XData = nil
}
