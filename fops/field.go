package fops

// A Field is one argument or reply value, defined once for all fops. A fop's
// row may give it another name (GlusterFS says "stbuf", "prebuf" or "statpre"
// for what is always an Iatt), but the place where it lives is the field's.
type Field struct {
	// Name is the name that a row's parameter has unless it says otherwise.
	Name string
	// Doc says in one line what the value means.
	Doc string
	// Go is the Go type of the parameter in typed methods.
	Go string
	// In and Out name the struct field of Args and of Reply that holds the
	// value; empty where the field never travels that way.
	In, Out string
	// ByRef is set for structs that are kept by value in the record and
	// handed out as pointers into it.
	ByRef bool
	// Py is the type that a script sees, as the stub names it.
	Py string
	// Const is the Python literal a script receives for a value that exists
	// only to keep GlusterFS's argument list (count, iobref); such a field
	// has no storage, and what a script passes for it is ignored.
	Const string
}

// The fields. Their order is that of the reference page.
var (
	fLoc      = &Field{Name: "loc", Doc: "the object: its parent and name, its inode, or both", Go: "*fops.Loc", In: "Loc", ByRef: true, Py: "Loc"}
	fLoc2     = &Field{Name: "newloc", Doc: "the second object of link and rename", Go: "*fops.Loc", In: "Loc2", ByRef: true, Py: "Loc"}
	fFd       = &Field{Name: "fd", Doc: "the open file or directory", Go: "*fops.Fd", In: "Fd", Out: "Fd", Py: "Fd"}
	fFd2      = &Field{Name: "fd_out", Doc: "the file that is written to", Go: "*fops.Fd", In: "Fd2", Py: "Fd"}
	fFlags    = &Field{Name: "flags", Doc: "flag bits; their meaning is the fop's", Go: "uint32", In: "Flags", Out: "Flags", Py: "int"}
	fMode     = &Field{Name: "mode", Doc: "permission bits, and for mknod the file type (S_IFMT)", Go: "uint32", In: "Mode", Py: "int"}
	fUmask    = &Field{Name: "umask", Doc: "the caller's umask, not yet applied to mode", Go: "uint32", In: "Umask", Py: "int"}
	fRdev     = &Field{Name: "rdev", Doc: "device number of a device node, as makedev(3) builds it", Go: "uint64", In: "Rdev", Py: "int"}
	fSize     = &Field{Name: "size", Doc: "a length in bytes", Go: "uint64", In: "Size", Py: "int"}
	fOffset   = &Field{Name: "offset", Doc: "a position in bytes, or a directory position", Go: "int64", In: "Offset", Out: "Offset", Py: "int"}
	fOffset2  = &Field{Name: "off_out", Doc: "position in the file that is written to, in bytes", Go: "int64", In: "Offset2", Py: "int"}
	fName     = &Field{Name: "name", Doc: "name of an extended attribute or a key; empty asks for all", Go: "string", In: "Name", Py: "str"}
	fVolume   = &Field{Name: "volume", Doc: "lock domain of a translator's internal lock", Go: "string", In: "Volume", Py: "str"}
	fPath     = &Field{Name: "path", Doc: "the text of a symbolic link", Go: "string", In: "Path", Out: "Path", Py: "str"}
	fDict     = &Field{Name: "dict", Doc: "extended attributes, or the operands of an atomic update", Go: "*fops.Dict", In: "Dict", Out: "Dict", Py: "Dict"}
	fBuf      = &Field{Name: "buf", Doc: "attributes of the object", Go: "*fops.Iatt", In: "Buf", Out: "Buf", ByRef: true, Py: "Iatt"}
	fPre      = &Field{Name: "preparent", Doc: "attributes of the parent (or of the object) before the operation", Go: "*fops.Iatt", Out: "Pre", ByRef: true, Py: "Iatt"}
	fPost     = &Field{Name: "postparent", Doc: "attributes of the parent (or of the object) after the operation", Go: "*fops.Iatt", Out: "Post", ByRef: true, Py: "Iatt"}
	fPre2     = &Field{Name: "prenewparent", Doc: "attributes of the new parent before a rename", Go: "*fops.Iatt", Out: "Pre2", ByRef: true, Py: "Iatt"}
	fPost2    = &Field{Name: "postnewparent", Doc: "attributes of the new parent after a rename", Go: "*fops.Iatt", Out: "Post2", ByRef: true, Py: "Iatt"}
	fValid    = &Field{Name: "valid", Doc: "which attributes to set: a mask of the Set constants", Go: "uint32", In: "Valid", Py: "int"}
	fCmd      = &Field{Name: "cmd", Doc: "a command number", Go: "int32", In: "Cmd", Py: "int"}
	fType     = &Field{Name: "type", Doc: "a kind: of entry lock, or SEEK_DATA and SEEK_HOLE", Go: "int32", In: "Type", Py: "int"}
	fArg      = &Field{Name: "arg", Doc: "the word-sized argument of an ioctl or the handle of a poll", Go: "uint64", In: "Arg", Py: "int"}
	fLock     = &Field{Name: "lock", Doc: "a byte-range lock, as struct flock", Go: "*fops.Lock", In: "Lock", Out: "Lock", ByRef: true, Py: "Lock"}
	fLocks    = &Field{Name: "locklist", Doc: "the locks held on an inode", Go: "[]fops.Lock", In: "Locks", Out: "Locks", Py: "list[Lock]"}
	fLease    = &Field{Name: "lease", Doc: "a lease", Go: "*fops.Lease", In: "Lease", Out: "Lease", ByRef: true, Py: "Lease"}
	fVector   = &Field{Name: "vector", Doc: "file data; valid until the request is answered", Go: "[]byte", In: "Vector", Out: "Vector", Py: "Buffer"}
	fCount    = &Field{Name: "count", Doc: "number of buffers in vector; always 1", Py: "int", Const: "1"}
	fIobref   = &Field{Name: "iobref", Doc: "owner of the buffers in GlusterFS; always None", Py: "None", Const: "None"}
	fInode    = &Field{Name: "inode", Doc: "the object's inode", Go: "*fops.Inode", Out: "Inode", Py: "Inode"}
	fEntries  = &Field{Name: "entries", Doc: "directory entries", Go: "[]fops.Dirent", Out: "Entries", Py: "list[Dirent]"}
	fStatvfs  = &Field{Name: "buf", Doc: "usage of the filesystem", Go: "*fops.Statvfs", Out: "Statvfs", ByRef: true, Py: "Statvfs"}
	fWeak     = &Field{Name: "weak_cksum", Doc: "Adler-32 style rolling checksum", Go: "uint32", Out: "Weak", Py: "int"}
	fStrong   = &Field{Name: "strong_cksum", Doc: "SHA-256 of the range", Go: "[]byte", Out: "Strong", Py: "bytes"}
	fXData    = &Field{Name: "xdata", Doc: "hints that travel with the request or the reply; None for none", Go: "*fops.Dict", In: "XData", Out: "XData", Py: "Dict"}
	allFields = [...]*Field{fLoc, fLoc2, fFd, fFd2, fFlags, fMode, fUmask, fRdev, fSize, fOffset, fOffset2, fName, fVolume, fPath, fDict, fBuf, fPre, fPost, fPre2, fPost2, fValid, fCmd, fType, fArg, fLock, fLocks, fLease, fVector, fCount, fIobref, fInode, fEntries, fStatvfs, fWeak, fStrong, fXData}
)

// Fields returns every field, in the order of the reference page.
func Fields() []*Field { return allFields[:] }
