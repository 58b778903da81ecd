package fops

// p puts a field into a row, under another name if one is given.
func p(f *Field, name ...string) Param {
	if len(name) > 0 {
		return Param{Field: f, Name: name[0]}
	}
	return Param{Field: f, Name: f.Name}
}

// kw is p for a keyword parameter.
func kw(f *Field, name string) Param { return Param{Field: f, Name: name, Keyword: true} }

func ps(list ...Param) []Param { return list }

const (
	noCluster = "it serves bricks of a cluster; on one host nobody asks for it"
	noLocks   = "internal locks belong to a locks translator, which a single storage needs none of"
)

// table has one row per fop. The position in it is the Op.
var table = [...]Spec{
	{
		Name: "lookup", GF: 27, Class: ClassEntry,
		Doc: "Find a name in a directory.",
		In:  ps(p(fLoc), p(fXData)), Out: ps(p(fInode), p(fBuf), p(fXData), p(fPost)),
		Note: "The one fop whose reply has xdata before the last value, as in GlusterFS. A loc without a name (nameless) asks for the inode itself.",
	},
	{
		Name: "stat", GF: 1, Class: ClassInode,
		Doc: "Get the attributes of an object.",
		In:  ps(p(fLoc), p(fXData)), Out: ps(p(fBuf), p(fXData)),
	},
	{
		Name: "fstat", GF: 25, Class: ClassFd,
		Doc: "Get the attributes of an open object.",
		In:  ps(p(fFd), p(fXData)), Out: ps(p(fBuf), p(fXData)),
	},
	{
		Name: "setattr", GF: 38, Class: ClassInode, Mutates: true,
		Doc: "Set mode, owner or times of an object.",
		In:  ps(p(fLoc), p(fBuf, "stbuf"), p(fValid), p(fXData)), Out: ps(p(fPre, "statpre"), p(fPost, "statpost"), p(fXData)),
	},
	{
		Name: "fsetattr", GF: 39, Class: ClassFd, Mutates: true,
		Doc: "Set mode, owner or times of an open object.",
		In:  ps(p(fFd), p(fBuf, "stbuf"), p(fValid), p(fXData)), Out: ps(p(fPre, "statpre"), p(fPost, "statpost"), p(fXData)),
	},
	{
		Name: "truncate", GF: 10, Class: ClassInode, Mutates: true,
		Doc: "Set the size of a file.",
		In:  ps(p(fLoc), p(fOffset), p(fXData)), Out: ps(p(fPre, "prebuf"), p(fPost, "postbuf"), p(fXData)),
	},
	{
		Name: "ftruncate", GF: 24, Class: ClassFd, Mutates: true,
		Doc: "Set the size of an open file.",
		In:  ps(p(fFd), p(fOffset), p(fXData)), Out: ps(p(fPre, "prebuf"), p(fPost, "postbuf"), p(fXData)),
	},
	{
		Name: "access", GF: 22, Class: ClassInode,
		Doc: "Check the caller's right to an object, as access(2).",
		In:  ps(p(fLoc), p(fFlags, "mask"), p(fXData)), Out: ps(p(fXData)),
		Note: "The kernel asks only where default_permissions is off.",
	},
	{
		Name: "readlink", GF: 2, Class: ClassInode,
		Doc: "Read the text of a symbolic link.",
		In:  ps(p(fLoc), p(fSize), p(fXData)), Out: ps(p(fPath), p(fBuf), p(fXData)),
	},
	{
		Name: "mknod", GF: 3, Class: ClassEntry, Mutates: true,
		Doc: "Make a file, FIFO, socket or device node.",
		In:  ps(p(fLoc), p(fMode), p(fRdev), p(fUmask), p(fXData)), Out: entryReply,
	},
	{
		Name: "mkdir", GF: 4, Class: ClassEntry, Mutates: true,
		Doc: "Make a directory.",
		In:  ps(p(fLoc), p(fMode), p(fUmask), p(fXData)), Out: entryReply,
	},
	{
		Name: "unlink", GF: 5, Class: ClassEntry, Mutates: true,
		Doc: "Remove a name that is not a directory's.",
		In:  ps(p(fLoc), p(fFlags, "flags"), p(fXData)), Out: ps(p(fPre), p(fPost), p(fXData)),
	},
	{
		Name: "rmdir", GF: 6, Class: ClassEntry, Mutates: true,
		Doc: "Remove an empty directory.",
		In:  ps(p(fLoc), p(fFlags, "flags"), p(fXData)), Out: ps(p(fPre), p(fPost), p(fXData)),
	},
	{
		Name: "symlink", GF: 7, Class: ClassEntry, Mutates: true,
		Doc: "Make a symbolic link.",
		In:  ps(p(fPath, "linkpath"), p(fLoc), p(fUmask), p(fXData)), Out: entryReply,
	},
	{
		Name: "rename", GF: 8, Class: ClassEntry, Mutates: true,
		Doc:  "Rename an object, or exchange two.",
		In:   ps(p(fLoc, "oldloc"), p(fLoc2), p(fXData), kw(fFlags, "flags")),
		Out:  ps(p(fBuf), p(fPre, "preoldparent"), p(fPost, "postoldparent"), p(fPre2), p(fPost2), p(fXData)),
		Note: "flags are those of renameat2(2): RENAME_NOREPLACE, RENAME_EXCHANGE, RENAME_WHITEOUT.",
	},
	{
		Name: "link", GF: 9, Class: ClassEntry, Mutates: true,
		Doc: "Make a hard link.",
		In:  ps(p(fLoc, "oldloc"), p(fLoc2), p(fXData)), Out: entryReply,
	},
	{
		Name: "create", GF: 23, Class: ClassEntry, Mutates: true,
		Doc: "Make a file if it does not exist, and open it.",
		In:  ps(p(fLoc), p(fFlags), p(fMode), p(fUmask), p(fFd), p(fXData)),
		Out: ps(p(fFd), p(fInode), p(fBuf), p(fPre), p(fPost), p(fXData)),
	},
	{
		Name: "open", GF: 11, Class: ClassInode,
		Doc: "Open a file.",
		In:  ps(p(fLoc), p(fFlags), p(fFd), p(fXData)), Out: ps(p(fFd), p(fXData)),
	},
	{
		Name: "readv", GF: 12, Class: ClassFd, Borrows: true,
		Doc:  "Read from an open file.",
		In:   ps(p(fFd), p(fSize), p(fOffset), p(fFlags), p(fXData)),
		Out:  ps(p(fVector), p(fCount), p(fBuf, "stbuf"), p(fIobref), p(fXData)),
		Note: "op_ret is the number of bytes; less than size only at the end of the file.",
	},
	{
		Name: "writev", GF: 13, Class: ClassFd, Mutates: true, Borrows: true,
		Doc:  "Write to an open file.",
		In:   ps(p(fFd), p(fVector), p(fCount), p(fOffset, "off"), p(fFlags), p(fIobref), p(fXData)),
		Out:  ps(p(fPre, "prebuf"), p(fPost, "postbuf"), p(fXData)),
		Note: "op_ret is the number of bytes written.",
	},
	{
		Name: "flush", GF: 15, Class: ClassFd,
		Doc: "A descriptor of an open file was closed.",
		In:  ps(p(fFd), p(fXData)), Out: ps(p(fXData)),
		Note: "Comes once per close(2); release comes when the last descriptor is gone.",
	},
	{
		Name: "fsync", GF: 16, Class: ClassFd,
		Doc: "Bring an open file to stable storage.",
		In:  ps(p(fFd), p(fFlags), p(fXData)), Out: ps(p(fPre, "prebuf"), p(fPost, "postbuf"), p(fXData)),
		Note: "flags 1 asks for the data only, as fdatasync(2).",
	},
	{
		Name: "fsyncdir", GF: 21, Class: ClassFd,
		Doc: "Bring an open directory to stable storage.",
		In:  ps(p(fFd), p(fFlags), p(fXData)), Out: ps(p(fXData)),
	},
	{
		Name: "opendir", GF: 20, Class: ClassInode,
		Doc: "Open a directory.",
		In:  ps(p(fLoc), p(fFd), p(fXData)), Out: ps(p(fFd), p(fXData)),
	},
	{
		Name: "readdir", GF: 28, Class: ClassFd,
		Doc: "Read names from an open directory.",
		In:  ps(p(fFd), p(fSize), p(fOffset, "off"), p(fXData)), Out: ps(p(fEntries), p(fXData)),
		Note: "op_ret is the number of entries, 0 at the end.",
	},
	{
		Name: "readdirp", GF: 40, Class: ClassFd,
		Doc: "Read names with inodes and attributes from an open directory.",
		In:  ps(p(fFd), p(fSize), p(fOffset, "off"), p(fXData)), Out: ps(p(fEntries), p(fXData)),
		Note: "op_ret is the number of entries, 0 at the end.",
	},
	{
		Name: "statfs", GF: 14, Class: ClassInode,
		Doc: "Get the usage of the filesystem.",
		In:  ps(p(fLoc), p(fXData)), Out: ps(p(fStatvfs), p(fXData)),
	},
	{
		Name: "setxattr", GF: 17, Class: ClassInode, Mutates: true, Borrows: true,
		Doc: "Set extended attributes.",
		In:  ps(p(fLoc), p(fDict), p(fFlags), p(fXData)), Out: ps(p(fXData)),
	},
	{
		Name: "getxattr", GF: 18, Class: ClassInode,
		Doc: "Get one extended attribute, or the names of all.",
		In:  ps(p(fLoc), p(fName), p(fXData)), Out: ps(p(fDict), p(fXData)),
		Note: "With an empty name the reply's dict has every name, each with an empty value.",
	},
	{
		Name: "removexattr", GF: 19, Class: ClassInode, Mutates: true,
		Doc: "Remove an extended attribute.",
		In:  ps(p(fLoc), p(fName), p(fXData)), Out: ps(p(fXData)),
	},
	{
		Name: "fsetxattr", GF: 36, Class: ClassFd, Mutates: true, Borrows: true,
		Doc: "Set extended attributes of an open object.",
		In:  ps(p(fFd), p(fDict), p(fFlags), p(fXData)), Out: ps(p(fXData)),
		Note: "The kernel names the inode in every xattr request, so FUSE never asks for it; translators may.",
	},
	{
		Name: "fgetxattr", GF: 35, Class: ClassFd,
		Doc: "Get extended attributes of an open object.",
		In:  ps(p(fFd), p(fName), p(fXData)), Out: ps(p(fDict), p(fXData)),
		Note: "As fsetxattr.",
	},
	{
		Name: "fremovexattr", GF: 45, Class: ClassFd, Mutates: true,
		Doc: "Remove an extended attribute of an open object.",
		In:  ps(p(fFd), p(fName), p(fXData)), Out: ps(p(fXData)),
		Note: "As fsetxattr.",
	},
	{
		Name: "lk", GF: 26, Class: ClassFd,
		Doc: "Get, set or wait for a byte-range lock or a flock(2).",
		In:  ps(p(fFd), p(fCmd), p(fLock), p(fXData), kw(fFlags, "flags")), Out: ps(p(fLock), p(fXData)),
		Note: "cmd is F_GETLK, F_SETLK or F_SETLKW; flags 1 (LK_FLOCK) marks a flock(2).",
	},
	{
		Name: "inodelk", GF: 29, Class: ClassInode,
		Doc: "Lock an inode between translators.",
		In:  ps(p(fVolume), p(fLoc), p(fCmd), p(fLock), p(fXData)), Out: ps(p(fXData)), Unsupported: noLocks,
	},
	{
		Name: "finodelk", GF: 30, Class: ClassFd,
		Doc: "Lock an open inode between translators.",
		In:  ps(p(fVolume), p(fFd), p(fCmd), p(fLock), p(fXData)), Out: ps(p(fXData)), Unsupported: noLocks,
	},
	{
		Name: "entrylk", GF: 31, Class: ClassInode,
		Doc: "Lock a name in a directory between translators.",
		In:  ps(p(fVolume), p(fLoc), p(fName, "basename"), p(fCmd), p(fType), p(fXData)), Out: ps(p(fXData)), Unsupported: noLocks,
	},
	{
		Name: "fentrylk", GF: 32, Class: ClassFd,
		Doc: "Lock a name in an open directory between translators.",
		In:  ps(p(fVolume), p(fFd), p(fName, "basename"), p(fCmd), p(fType), p(fXData)), Out: ps(p(fXData)), Unsupported: noLocks,
	},
	{
		Name: "xattrop", GF: 33, Class: ClassInode, Mutates: true,
		Doc: "Change counters in extended attributes atomically.",
		In:  ps(p(fLoc), p(fFlags), p(fDict), p(fXData)), Out: ps(p(fDict), p(fXData)),
		Note: "flags are the Xattrop constants (add, or, and, get and set); values are arrays of big-endian integers.",
	},
	{
		Name: "fxattrop", GF: 34, Class: ClassFd, Mutates: true,
		Doc: "Change counters in extended attributes of an open object atomically.",
		In:  ps(p(fFd), p(fFlags), p(fDict), p(fXData)), Out: ps(p(fDict), p(fXData)),
		Note: "As xattrop.",
	},
	{
		Name: "fallocate", GF: 46, Class: ClassFd, Mutates: true,
		Doc: "Allocate space for an open file.",
		In:  ps(p(fFd), p(fFlags, "keep_size"), p(fOffset), p(fSize, "len"), p(fXData)), Out: ps(p(fPre, "pre"), p(fPost, "post"), p(fXData)),
		Note: "keep_size holds the mode bits of fallocate(2) that are neither discard nor zerofill: 0, KEEP_SIZE (1), COLLAPSE_RANGE, INSERT_RANGE, UNSHARE_RANGE.",
	},
	{
		Name: "discard", GF: 47, Class: ClassFd, Mutates: true,
		Doc: "Punch a hole into an open file.",
		In:  ps(p(fFd), p(fOffset), p(fSize, "len"), p(fXData)), Out: ps(p(fPre, "pre"), p(fPost, "post"), p(fXData)),
		Note: "fallocate(2) with PUNCH_HOLE.",
	},
	{
		Name: "zerofill", GF: 48, Class: ClassFd, Mutates: true,
		Doc: "Fill a range of an open file with zeros.",
		In:  ps(p(fFd), p(fOffset), p(fSize, "len"), p(fXData), kw(fFlags, "keep_size")), Out: ps(p(fPre, "pre"), p(fPost, "post"), p(fXData)),
		Note: "fallocate(2) with ZERO_RANGE; keep_size 1 leaves the size alone.",
	},
	{
		Name: "seek", GF: 50, Class: ClassFd,
		Doc: "Find the next data or hole in an open file.",
		In:  ps(p(fFd), p(fOffset), p(fType, "what"), p(fXData)), Out: ps(p(fOffset), p(fXData)),
	},
	{
		Name: "copy_file_range", GF: 58, Class: ClassFd, Mutates: true,
		Doc:  "Copy a range from one open file to another.",
		In:   ps(p(fFd, "fd_in"), p(fOffset, "off_in"), p(fFd2), p(fOffset2), p(fSize, "len"), p(fFlags), p(fXData)),
		Out:  ps(p(fBuf, "stbuf"), p(fPre, "prebuf_dst"), p(fPost, "postbuf_dst"), p(fXData)),
		Note: "op_ret is the number of bytes copied.",
	},
	{
		Name: "rchecksum", GF: 37, Class: ClassFd,
		Doc: "Get a weak and a strong checksum of a range.",
		In:  ps(p(fFd), p(fOffset), p(fSize, "len"), p(fXData)), Out: ps(p(fWeak), p(fStrong), p(fXData)),
	},
	{
		Name: "lease", GF: 51, Class: ClassInode,
		Doc: "Take, give back or ask for a lease.",
		In:  ps(p(fLoc), p(fLease), p(fXData)), Out: ps(p(fLease), p(fXData)), Unsupported: noCluster,
	},
	{
		Name: "getactivelk", GF: 53, Class: ClassInode,
		Doc: "List the locks that are held on an object.",
		In:  ps(p(fLoc), p(fXData)), Out: ps(p(fLocks), p(fXData)), Unsupported: noCluster,
	},
	{
		Name: "setactivelk", GF: 54, Class: ClassInode,
		Doc: "Take over a list of locks.",
		In:  ps(p(fLoc), p(fLocks), p(fXData)), Out: ps(p(fXData)), Unsupported: noCluster,
	},
	{
		Name: "ipc", GF: 49, Class: ClassInode,
		Doc: "Send a message to a translator further down.",
		In:  ps(p(fCmd, "op"), p(fXData)), Out: ps(p(fXData)), Unsupported: noCluster,
	},
	{
		Name: "put", GF: 55, Class: ClassEntry, Mutates: true, Borrows: true,
		Doc:  "Make a file with content and attributes in one step.",
		In:   ps(p(fLoc), p(fMode), p(fUmask), p(fFlags), p(fVector), p(fCount), p(fOffset, "off"), p(fIobref), p(fDict), p(fXData)),
		Out:  entryReply,
		Note: "The name appears only when the content is complete.",
	},
	{
		Name: "icreate", GF: 56, Class: ClassInode, Mutates: true,
		Doc: "Make an inode without a name.",
		In:  ps(p(fLoc), p(fMode), p(fXData)), Out: ps(p(fInode), p(fBuf), p(fXData)), Unsupported: noCluster,
	},
	{
		Name: "namelink", GF: 57, Class: ClassEntry, Mutates: true,
		Doc: "Give a name to an inode without one.",
		In:  ps(p(fLoc), p(fXData)), Out: ps(p(fPre, "prebuf"), p(fPost, "postbuf"), p(fXData)), Unsupported: noCluster,
	},
	{
		Name: "getspec", GF: 44, Class: ClassInode,
		Doc: "Fetch a volume file from a management server.",
		In:  ps(p(fName, "key"), p(fFlags)), Out: ps(p(fPath, "spec_data")), Unsupported: noCluster,
		Note: "The one fop without xdata, as in GlusterFS.",
	},
	{
		Name: "tmpfile", Class: ClassEntry, Mutates: true,
		Doc:  "Make a file without a name in a directory, and open it (O_TMPFILE).",
		In:   ps(p(fLoc), p(fFlags), p(fMode), p(fUmask), p(fFd), p(fXData)),
		Out:  ps(p(fFd), p(fInode), p(fBuf), p(fXData)),
		Note: "loc.parent is the directory; loc.name is empty.",
	},
	{
		Name: "ioctl", Class: ClassFd, Borrows: true,
		Doc: "Send a device command to an open file.",
		In:  ps(p(fFd), p(fCmd), p(fArg), p(fFlags), p(fVector), p(fSize), p(fXData)), Out: ps(p(fVector), p(fXData)),
		Note: "vector is what the caller hands over, size what it can take back; op_ret is the result of the ioctl.",
	},
	{
		Name: "poll", Class: ClassFd,
		Doc: "Ask which events an open file is ready for.",
		In:  ps(p(fFd), p(fFlags, "events"), p(fArg, "kh"), p(fXData)), Out: ps(p(fFlags, "revents"), p(fXData)),
		Note: "Regular files and directories are always ready, and the kernel says so by itself when a server does not answer poll; go-fuse passes the request to nobody, so it reaches a translator only from another one.",
	},
	{
		Name: "statx", Class: ClassInode,
		Doc: "Get the extended attributes of statx(2), birth time among them.",
		In:  ps(p(fLoc), p(fFd), p(fFlags), p(fValid, "mask"), p(fXData)), Out: ps(p(fBuf), p(fXData)),
		Note: "fd is None where the caller has not opened the object.",
	},
	{
		Name: "syncfs", Class: ClassInode,
		Doc: "Bring the whole filesystem to stable storage.",
		In:  ps(p(fLoc), p(fXData)), Out: ps(p(fXData)),
	},
	{
		Name: "bmap", Class: ClassInode,
		Doc: "Map a block of a file to a block of the device.",
		In:  ps(p(fLoc), p(fSize, "blocksize"), p(fOffset, "block"), p(fXData)), Out: ps(p(fOffset, "block"), p(fXData)),
		Unsupported: "it makes sense only where the filesystem itself is on a block device (fuseblk)",
	},
}

// entryReply is what comes back from every fop that makes a name.
var entryReply = ps(p(fInode), p(fBuf), p(fPre), p(fPost), p(fXData))

// callbacks are told to translators that declare them, and answered by nobody.
var callbacks = [...]Spec{
	{Name: "forget", Class: ClassInode, Doc: "The kernel and all translators are done with an inode; what was kept with it must go.", In: ps(p(fInode))},
	{Name: "release", Class: ClassFd, Doc: "The last descriptor of an open file is closed.", In: ps(p(fFd))},
	{Name: "releasedir", Class: ClassFd, Doc: "The last descriptor of an open directory is closed.", In: ps(p(fFd))},
}
