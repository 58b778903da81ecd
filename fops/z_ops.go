// Code generated from the table of fops by fops/gen. DO NOT EDIT.

package fops

// The fops, in the table's order.
const (
	// OpLookup: Find a name in a directory.
	OpLookup Op = iota
	// OpStat: Get the attributes of an object.
	OpStat
	// OpFstat: Get the attributes of an open object.
	OpFstat
	// OpSetattr: Set mode, owner or times of an object.
	OpSetattr
	// OpFsetattr: Set mode, owner or times of an open object.
	OpFsetattr
	// OpTruncate: Set the size of a file.
	OpTruncate
	// OpFtruncate: Set the size of an open file.
	OpFtruncate
	// OpAccess: Check the caller's right to an object, as access(2).
	OpAccess
	// OpReadlink: Read the text of a symbolic link.
	OpReadlink
	// OpMknod: Make a file, FIFO, socket or device node.
	OpMknod
	// OpMkdir: Make a directory.
	OpMkdir
	// OpUnlink: Remove a name that is not a directory's.
	OpUnlink
	// OpRmdir: Remove an empty directory.
	OpRmdir
	// OpSymlink: Make a symbolic link.
	OpSymlink
	// OpRename: Rename an object, or exchange two.
	OpRename
	// OpLink: Make a hard link.
	OpLink
	// OpCreate: Make a file if it does not exist, and open it.
	OpCreate
	// OpOpen: Open a file.
	OpOpen
	// OpReadv: Read from an open file.
	OpReadv
	// OpWritev: Write to an open file.
	OpWritev
	// OpFlush: A descriptor of an open file was closed.
	OpFlush
	// OpFsync: Bring an open file to stable storage.
	OpFsync
	// OpFsyncdir: Bring an open directory to stable storage.
	OpFsyncdir
	// OpOpendir: Open a directory.
	OpOpendir
	// OpReaddir: Read names from an open directory.
	OpReaddir
	// OpReaddirp: Read names with inodes and attributes from an open directory.
	OpReaddirp
	// OpStatfs: Get the usage of the filesystem.
	OpStatfs
	// OpSetxattr: Set extended attributes.
	OpSetxattr
	// OpGetxattr: Get one extended attribute, or the names of all.
	OpGetxattr
	// OpRemovexattr: Remove an extended attribute.
	OpRemovexattr
	// OpFsetxattr: Set extended attributes of an open object.
	OpFsetxattr
	// OpFgetxattr: Get extended attributes of an open object.
	OpFgetxattr
	// OpFremovexattr: Remove an extended attribute of an open object.
	OpFremovexattr
	// OpLk: Get, set or wait for a byte-range lock or a flock(2).
	OpLk
	// OpInodelk: Lock an inode between translators.
	OpInodelk
	// OpFinodelk: Lock an open inode between translators.
	OpFinodelk
	// OpEntrylk: Lock a name in a directory between translators.
	OpEntrylk
	// OpFentrylk: Lock a name in an open directory between translators.
	OpFentrylk
	// OpXattrop: Change counters in extended attributes atomically.
	OpXattrop
	// OpFxattrop: Change counters in extended attributes of an open object atomically.
	OpFxattrop
	// OpFallocate: Allocate space for an open file.
	OpFallocate
	// OpDiscard: Punch a hole into an open file.
	OpDiscard
	// OpZerofill: Fill a range of an open file with zeros.
	OpZerofill
	// OpSeek: Find the next data or hole in an open file.
	OpSeek
	// OpCopyFileRange: Copy a range from one open file to another.
	OpCopyFileRange
	// OpRchecksum: Get a weak and a strong checksum of a range.
	OpRchecksum
	// OpLease: Take, give back or ask for a lease.
	OpLease
	// OpGetactivelk: List the locks that are held on an object.
	OpGetactivelk
	// OpSetactivelk: Take over a list of locks.
	OpSetactivelk
	// OpIpc: Send a message to a translator further down.
	OpIpc
	// OpPut: Make a file with content and attributes in one step.
	OpPut
	// OpIcreate: Make an inode without a name.
	OpIcreate
	// OpNamelink: Give a name to an inode without one.
	OpNamelink
	// OpGetspec: Fetch a volume file from a management server.
	OpGetspec
	// OpTmpfile: Make a file without a name in a directory, and open it (O_TMPFILE).
	OpTmpfile
	// OpIoctl: Send a device command to an open file.
	OpIoctl
	// OpPoll: Ask which events an open file is ready for.
	OpPoll
	// OpStatx: Get the extended attributes of statx(2), birth time among them.
	OpStatx
	// OpSyncfs: Bring the whole filesystem to stable storage.
	OpSyncfs
	// OpBmap: Map a block of a file to a block of the device.
	OpBmap
)

// NumOps is the number of fops.
const NumOps = 60

// Reset makes a an empty request for op: the fields that mean something for
// op are zero, the others keep what they had.
func (a *Args) Reset(op Op) {
	a.Op = op
	switch op {
	case OpLookup:
		a.Loc = Loc{}
		a.XData = nil
	case OpStat:
		a.Loc = Loc{}
		a.XData = nil
	case OpFstat:
		a.Fd = nil
		a.XData = nil
	case OpSetattr:
		a.Loc = Loc{}
		a.Buf = Iatt{}
		a.Valid = 0
		a.XData = nil
	case OpFsetattr:
		a.Fd = nil
		a.Buf = Iatt{}
		a.Valid = 0
		a.XData = nil
	case OpTruncate:
		a.Loc = Loc{}
		a.Offset = 0
		a.XData = nil
	case OpFtruncate:
		a.Fd = nil
		a.Offset = 0
		a.XData = nil
	case OpAccess:
		a.Loc = Loc{}
		a.Flags = 0
		a.XData = nil
	case OpReadlink:
		a.Loc = Loc{}
		a.Size = 0
		a.XData = nil
	case OpMknod:
		a.Loc = Loc{}
		a.Mode = 0
		a.Rdev = 0
		a.Umask = 0
		a.XData = nil
	case OpMkdir:
		a.Loc = Loc{}
		a.Mode = 0
		a.Umask = 0
		a.XData = nil
	case OpUnlink:
		a.Loc = Loc{}
		a.Flags = 0
		a.XData = nil
	case OpRmdir:
		a.Loc = Loc{}
		a.Flags = 0
		a.XData = nil
	case OpSymlink:
		a.Path = ""
		a.Loc = Loc{}
		a.Umask = 0
		a.XData = nil
	case OpRename:
		a.Loc = Loc{}
		a.Loc2 = Loc{}
		a.XData = nil
		a.Flags = 0
	case OpLink:
		a.Loc = Loc{}
		a.Loc2 = Loc{}
		a.XData = nil
	case OpCreate:
		a.Loc = Loc{}
		a.Flags = 0
		a.Mode = 0
		a.Umask = 0
		a.Fd = nil
		a.XData = nil
	case OpOpen:
		a.Loc = Loc{}
		a.Flags = 0
		a.Fd = nil
		a.XData = nil
	case OpReadv:
		a.Fd = nil
		a.Size = 0
		a.Offset = 0
		a.Flags = 0
		a.XData = nil
	case OpWritev:
		a.Fd = nil
		a.Vector = nil
		a.Offset = 0
		a.Flags = 0
		a.XData = nil
	case OpFlush:
		a.Fd = nil
		a.XData = nil
	case OpFsync:
		a.Fd = nil
		a.Flags = 0
		a.XData = nil
	case OpFsyncdir:
		a.Fd = nil
		a.Flags = 0
		a.XData = nil
	case OpOpendir:
		a.Loc = Loc{}
		a.Fd = nil
		a.XData = nil
	case OpReaddir:
		a.Fd = nil
		a.Size = 0
		a.Offset = 0
		a.XData = nil
	case OpReaddirp:
		a.Fd = nil
		a.Size = 0
		a.Offset = 0
		a.XData = nil
	case OpStatfs:
		a.Loc = Loc{}
		a.XData = nil
	case OpSetxattr:
		a.Loc = Loc{}
		a.Dict = nil
		a.Flags = 0
		a.XData = nil
	case OpGetxattr:
		a.Loc = Loc{}
		a.Name = ""
		a.XData = nil
	case OpRemovexattr:
		a.Loc = Loc{}
		a.Name = ""
		a.XData = nil
	case OpFsetxattr:
		a.Fd = nil
		a.Dict = nil
		a.Flags = 0
		a.XData = nil
	case OpFgetxattr:
		a.Fd = nil
		a.Name = ""
		a.XData = nil
	case OpFremovexattr:
		a.Fd = nil
		a.Name = ""
		a.XData = nil
	case OpLk:
		a.Fd = nil
		a.Cmd = 0
		a.Lock = Lock{}
		a.XData = nil
		a.Flags = 0
	case OpInodelk:
		a.Volume = ""
		a.Loc = Loc{}
		a.Cmd = 0
		a.Lock = Lock{}
		a.XData = nil
	case OpFinodelk:
		a.Volume = ""
		a.Fd = nil
		a.Cmd = 0
		a.Lock = Lock{}
		a.XData = nil
	case OpEntrylk:
		a.Volume = ""
		a.Loc = Loc{}
		a.Name = ""
		a.Cmd = 0
		a.Type = 0
		a.XData = nil
	case OpFentrylk:
		a.Volume = ""
		a.Fd = nil
		a.Name = ""
		a.Cmd = 0
		a.Type = 0
		a.XData = nil
	case OpXattrop:
		a.Loc = Loc{}
		a.Flags = 0
		a.Dict = nil
		a.XData = nil
	case OpFxattrop:
		a.Fd = nil
		a.Flags = 0
		a.Dict = nil
		a.XData = nil
	case OpFallocate:
		a.Fd = nil
		a.Flags = 0
		a.Offset = 0
		a.Size = 0
		a.XData = nil
	case OpDiscard:
		a.Fd = nil
		a.Offset = 0
		a.Size = 0
		a.XData = nil
	case OpZerofill:
		a.Fd = nil
		a.Offset = 0
		a.Size = 0
		a.XData = nil
		a.Flags = 0
	case OpSeek:
		a.Fd = nil
		a.Offset = 0
		a.Type = 0
		a.XData = nil
	case OpCopyFileRange:
		a.Fd = nil
		a.Offset = 0
		a.Fd2 = nil
		a.Offset2 = 0
		a.Size = 0
		a.Flags = 0
		a.XData = nil
	case OpRchecksum:
		a.Fd = nil
		a.Offset = 0
		a.Size = 0
		a.XData = nil
	case OpLease:
		a.Loc = Loc{}
		a.Lease = Lease{}
		a.XData = nil
	case OpGetactivelk:
		a.Loc = Loc{}
		a.XData = nil
	case OpSetactivelk:
		a.Loc = Loc{}
		a.Locks = nil
		a.XData = nil
	case OpIpc:
		a.Cmd = 0
		a.XData = nil
	case OpPut:
		a.Loc = Loc{}
		a.Mode = 0
		a.Umask = 0
		a.Flags = 0
		a.Vector = nil
		a.Offset = 0
		a.Dict = nil
		a.XData = nil
	case OpIcreate:
		a.Loc = Loc{}
		a.Mode = 0
		a.XData = nil
	case OpNamelink:
		a.Loc = Loc{}
		a.XData = nil
	case OpGetspec:
		a.Name = ""
		a.Flags = 0
	case OpTmpfile:
		a.Loc = Loc{}
		a.Flags = 0
		a.Mode = 0
		a.Umask = 0
		a.Fd = nil
		a.XData = nil
	case OpIoctl:
		a.Fd = nil
		a.Cmd = 0
		a.Arg = 0
		a.Flags = 0
		a.Vector = nil
		a.Size = 0
		a.XData = nil
	case OpPoll:
		a.Fd = nil
		a.Flags = 0
		a.Arg = 0
		a.XData = nil
	case OpStatx:
		a.Loc = Loc{}
		a.Fd = nil
		a.Flags = 0
		a.Valid = 0
		a.XData = nil
	case OpSyncfs:
		a.Loc = Loc{}
		a.XData = nil
	case OpBmap:
		a.Loc = Loc{}
		a.Size = 0
		a.Offset = 0
		a.XData = nil
	}
}

// Reset makes r an empty successful reply to op: the fields that mean
// something for op are zero, the others keep what they had.
func (r *Reply) Reset(op Op) {
	r.begin()
	switch op {
	case OpLookup:
		r.Inode = nil
		r.Buf = Iatt{}
		r.Post = Iatt{}
	case OpStat:
		r.Buf = Iatt{}
	case OpFstat:
		r.Buf = Iatt{}
	case OpSetattr:
		r.Pre = Iatt{}
		r.Post = Iatt{}
	case OpFsetattr:
		r.Pre = Iatt{}
		r.Post = Iatt{}
	case OpTruncate:
		r.Pre = Iatt{}
		r.Post = Iatt{}
	case OpFtruncate:
		r.Pre = Iatt{}
		r.Post = Iatt{}
	case OpAccess:
	case OpReadlink:
		r.Path = ""
		r.Buf = Iatt{}
	case OpMknod:
		r.Inode = nil
		r.Buf = Iatt{}
		r.Pre = Iatt{}
		r.Post = Iatt{}
	case OpMkdir:
		r.Inode = nil
		r.Buf = Iatt{}
		r.Pre = Iatt{}
		r.Post = Iatt{}
	case OpUnlink:
		r.Pre = Iatt{}
		r.Post = Iatt{}
	case OpRmdir:
		r.Pre = Iatt{}
		r.Post = Iatt{}
	case OpSymlink:
		r.Inode = nil
		r.Buf = Iatt{}
		r.Pre = Iatt{}
		r.Post = Iatt{}
	case OpRename:
		r.Buf = Iatt{}
		r.Pre = Iatt{}
		r.Post = Iatt{}
		r.Pre2 = Iatt{}
		r.Post2 = Iatt{}
	case OpLink:
		r.Inode = nil
		r.Buf = Iatt{}
		r.Pre = Iatt{}
		r.Post = Iatt{}
	case OpCreate:
		r.Fd = nil
		r.Inode = nil
		r.Buf = Iatt{}
		r.Pre = Iatt{}
		r.Post = Iatt{}
	case OpOpen:
		r.Fd = nil
	case OpReadv:
		r.Vector = nil
		r.Buf = Iatt{}
	case OpWritev:
		r.Pre = Iatt{}
		r.Post = Iatt{}
	case OpFlush:
	case OpFsync:
		r.Pre = Iatt{}
		r.Post = Iatt{}
	case OpFsyncdir:
	case OpOpendir:
		r.Fd = nil
	case OpReaddir:
		r.Entries = nil
	case OpReaddirp:
		r.Entries = nil
	case OpStatfs:
		r.Statvfs = Statvfs{}
	case OpSetxattr:
	case OpGetxattr:
		r.Dict = nil
	case OpRemovexattr:
	case OpFsetxattr:
	case OpFgetxattr:
		r.Dict = nil
	case OpFremovexattr:
	case OpLk:
		r.Lock = Lock{}
	case OpInodelk:
	case OpFinodelk:
	case OpEntrylk:
	case OpFentrylk:
	case OpXattrop:
		r.Dict = nil
	case OpFxattrop:
		r.Dict = nil
	case OpFallocate:
		r.Pre = Iatt{}
		r.Post = Iatt{}
	case OpDiscard:
		r.Pre = Iatt{}
		r.Post = Iatt{}
	case OpZerofill:
		r.Pre = Iatt{}
		r.Post = Iatt{}
	case OpSeek:
		r.Offset = 0
	case OpCopyFileRange:
		r.Buf = Iatt{}
		r.Pre = Iatt{}
		r.Post = Iatt{}
	case OpRchecksum:
		r.Weak = 0
		r.Strong = nil
	case OpLease:
		r.Lease = Lease{}
	case OpGetactivelk:
		r.Locks = nil
	case OpSetactivelk:
	case OpIpc:
	case OpPut:
		r.Inode = nil
		r.Buf = Iatt{}
		r.Pre = Iatt{}
		r.Post = Iatt{}
	case OpIcreate:
		r.Inode = nil
		r.Buf = Iatt{}
	case OpNamelink:
		r.Pre = Iatt{}
		r.Post = Iatt{}
	case OpGetspec:
		r.Path = ""
	case OpTmpfile:
		r.Fd = nil
		r.Inode = nil
		r.Buf = Iatt{}
	case OpIoctl:
		r.Vector = nil
	case OpPoll:
		r.Flags = 0
	case OpStatx:
		r.Buf = Iatt{}
	case OpSyncfs:
	case OpBmap:
		r.Offset = 0
	}
}
