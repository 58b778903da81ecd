package fops

import (
	"encoding/hex"
	"syscall"
	"time"
)

// GFID identifies an object in the whole graph, whatever it is called and
// wherever it is linked. The zero GFID means "not known".
type GFID [16]byte

// RootGFID is the identity of the root directory of every graph.
var RootGFID = GFID{15: 1}

// IsZero reports whether the identity is not known.
func (g GFID) IsZero() bool { return g == GFID{} }

// String returns the usual form of a UUID, 8-4-4-4-12 hexadecimal digits.
func (g GFID) String() string {
	var b [36]byte
	hex.Encode(b[0:], g[0:4])
	b[8] = '-'
	hex.Encode(b[9:], g[4:6])
	b[13] = '-'
	hex.Encode(b[14:], g[6:8])
	b[18] = '-'
	hex.Encode(b[19:], g[8:10])
	b[23] = '-'
	hex.Encode(b[24:], g[10:16])
	return string(b[:])
}

// Iatt is the attributes of an object, as struct statx has them. Times are
// seconds and nanoseconds since the epoch, sizes are bytes, Blocks are units
// of 512 bytes.
type Iatt struct {
	GFID    GFID
	Ino     uint64
	Dev     uint64
	Rdev    uint64
	Size    uint64
	Blocks  uint64
	Mode    uint32 // file type and permission bits, as st_mode
	Nlink   uint32
	UID     uint32
	GID     uint32
	Blksize uint32
	// Flags is the mask of the fields that are known: STATX_* bits of
	// statx(2). Zero means the whole record is not known.
	Flags uint32

	Atime, Mtime, Ctime, Btime Timespec

	// Attributes and AttributesMask are stx_attributes of statx(2).
	Attributes, AttributesMask uint64
}

// Type returns the file type, S_IFMT bits.
func (a *Iatt) Type() uint32 { return a.Mode & syscall.S_IFMT }

// Prot returns the permission bits with set-id and sticky bits.
func (a *Iatt) Prot() uint32 { return a.Mode &^ syscall.S_IFMT }

// IsDir reports whether the object is a directory.
func (a *Iatt) IsDir() bool { return a.Type() == syscall.S_IFDIR }

// Known reports whether the record has been filled in at all.
func (a *Iatt) Known() bool { return a.Flags != 0 }

// Timespec is a time in seconds and nanoseconds since the epoch.
type Timespec struct {
	Sec  int64
	Nsec uint32
}

// Time returns t as a time.Time.
func (t Timespec) Time() time.Time { return time.Unix(t.Sec, int64(t.Nsec)) }

// The bits of valid in setattr and fsetattr.
const (
	SetMode uint32 = 1 << iota
	SetUID
	SetGID
	SetAtime
	SetMtime
	// SetAtimeNow and SetMtimeNow take the storage's clock instead of the
	// time in stbuf.
	SetAtimeNow
	SetMtimeNow
	// SetCtime alone is a chown(2) to no user and no group. It also drops
	// the privileges that SetKillPriv does, if the file is the caller's.
	SetCtime
	// SetKillPriv asks to drop the set-user-ID and set-group-ID bits and the
	// file capabilities with the change, as a change by an unprivileged
	// caller does.
	SetKillPriv
)

// LkFlock in the flags of lk marks a flock(2) instead of a fcntl(2) lock.
const LkFlock uint32 = 1

// FsyncData in the flags of fsync and fsyncdir asks for the data only.
const FsyncData uint32 = 1

// WriteKillPriv in the flags of writev asks to drop the set-user-ID and
// set-group-ID bits and the file capabilities with the write. It is no open
// flag: open flags never use the sign bit.
const WriteKillPriv uint32 = 1 << 31

// What an xattrop does, in its flags.
const (
	XattropAddArray32 uint32 = iota
	XattropAddArray64
	XattropOrArray
	XattropAndArray
	XattropGetAndSet
)

// Lock is a lock on a range of bytes, as struct flock of fcntl(2).
type Lock struct {
	Type  int16 // F_RDLCK, F_WRLCK, F_UNLCK
	Start int64 // first byte
	Len   int64 // number of bytes; 0 means to the end
	PID   uint32
	Owner uint64 // the kernel's lock owner
}

// Lease is a lease on an object (GlusterFS's gf_lease).
type Lease struct {
	Cmd  int32
	Type int32
	ID   [16]byte
}

// Statvfs is the usage of a filesystem, as struct statvfs of POSIX.
type Statvfs struct {
	Bsize, Frsize         uint64
	Blocks, Bfree, Bavail uint64
	Files, Ffree, Favail  uint64
	Fsid                  uint64
	Flag                  uint64
	Namemax               uint64
}

// Dirent is one entry of a directory.
type Dirent struct {
	// Name is not terminated and may be any bytes but '/' and NUL.
	Name string
	// Ino is the inode number that the entry shows.
	Ino uint64
	// Off is the position that continues behind this entry.
	Off int64
	// Type is the file type, S_IFMT bits; zero if the storage does not say.
	Type uint32
	// Inode and Buf are filled in by readdirp; an Inode of nil says that the
	// entry comes without them. The reference of an inode that is not Linked
	// passes to the receiver of the reply, who gives it back with
	// xlator.Graph.UnrefInode after linking it or instead of it; one that is
	// Linked is held by the call. Who leaves an entry out need do nothing:
	// the call takes back what nobody linked (xlator.Call.NewInode).
	Inode *Inode
	Buf   Iatt
}

// A Dict holds the values that travel as xdata or as extended attributes: few
// and in the order in which they were set. Nil is an empty Dict to read from.
// Not for use from several goroutines while it is changed.
type Dict struct {
	pairs []Pair
}

// A Pair is one entry of a Dict.
type Pair struct {
	Key string
	// Value is a []byte, string, int64, float64 or bool; nil for a name whose
	// value was not asked for.
	Value any
}

// Len returns the number of entries.
func (d *Dict) Len() int {
	if d == nil {
		return 0
	}
	return len(d.pairs)
}

// Pairs returns the entries in order. The slice belongs to the Dict.
func (d *Dict) Pairs() []Pair {
	if d == nil {
		return nil
	}
	return d.pairs
}

// Get returns the value of key.
func (d *Dict) Get(key string) (any, bool) {
	for _, p := range d.Pairs() {
		if p.Key == key {
			return p.Value, true
		}
	}
	return nil, false
}

// Bytes returns the value of key if it is bytes or text.
func (d *Dict) Bytes(key string) ([]byte, bool) {
	v, _ := d.Get(key)
	switch v := v.(type) {
	case []byte:
		return v, true
	case string:
		return []byte(v), true
	}
	return nil, false
}

// Set gives key a value, replacing the one it had.
func (d *Dict) Set(key string, value any) {
	for i := range d.pairs {
		if d.pairs[i].Key == key {
			d.pairs[i].Value = value
			return
		}
	}
	d.pairs = append(d.pairs, Pair{key, value})
}

// Del removes key if it is there.
func (d *Dict) Del(key string) {
	for i := range d.pairs {
		if d.pairs[i].Key == key {
			d.pairs = append(d.pairs[:i], d.pairs[i+1:]...)
			return
		}
	}
}

// Clear removes all entries and keeps the space.
func (d *Dict) Clear() {
	clear(d.pairs)
	d.pairs = d.pairs[:0]
}

// Clone returns a copy that shares only the values.
func (d *Dict) Clone() *Dict {
	if d == nil {
		return nil
	}
	return &Dict{pairs: append([]Pair(nil), d.pairs...)}
}
