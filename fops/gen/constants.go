package main

import (
	"slices"
	"strings"
	"syscall"

	"golang.org/x/sys/unix"
)

// A constant is a number in the scripts' module: its name there, and the Go
// expression that has its value.
type constant struct{ Name, Go string }

// unixConstants have the same name in package unix.
const unixConstants = `
	S_IFMT S_IFREG S_IFDIR S_IFLNK S_IFBLK S_IFCHR S_IFIFO S_IFSOCK S_ISUID S_ISGID S_ISVTX S_IRWXU S_IRUSR
	S_IWUSR S_IXUSR S_IRWXG S_IRGRP S_IWGRP S_IXGRP S_IRWXO S_IROTH S_IWOTH S_IXOTH O_RDONLY O_WRONLY O_RDWR
	O_ACCMODE O_CREAT O_EXCL O_TRUNC O_APPEND O_NONBLOCK O_SYNC O_DSYNC O_DIRECT O_DIRECTORY O_NOFOLLOW O_NOATIME
	O_CLOEXEC O_TMPFILE O_PATH O_NOCTTY R_OK W_OK X_OK F_OK F_RDLCK F_WRLCK F_UNLCK F_GETLK F_SETLK F_SETLKW
	SEEK_DATA SEEK_HOLE RENAME_NOREPLACE RENAME_EXCHANGE RENAME_WHITEOUT XATTR_CREATE XATTR_REPLACE
	FALLOC_FL_KEEP_SIZE FALLOC_FL_PUNCH_HOLE FALLOC_FL_COLLAPSE_RANGE FALLOC_FL_ZERO_RANGE FALLOC_FL_INSERT_RANGE
	FALLOC_FL_UNSHARE_RANGE STATX_BASIC_STATS STATX_BTIME STATX_ALL STATX_ATTR_IMMUTABLE STATX_ATTR_APPEND
	EWOULDBLOCK EOPNOTSUPP ENOTSUP EDEADLOCK`

// fopsConstants are those of package fops.
var fopsConstants = []constant{
	{"SET_MODE", "fops.SetMode"},
	{"SET_UID", "fops.SetUID"},
	{"SET_GID", "fops.SetGID"},
	{"SET_ATIME", "fops.SetAtime"},
	{"SET_MTIME", "fops.SetMtime"},
	{"SET_CTIME", "fops.SetCtime"},
	{"SET_ATIME_NOW", "fops.SetAtimeNow"},
	{"SET_MTIME_NOW", "fops.SetMtimeNow"},
	{"SET_KILL_PRIV", "fops.SetKillPriv"},
	{"LK_FLOCK", "fops.LkFlock"},
	{"FSYNC_DATA", "fops.FsyncData"},
	{"WRITE_KILL_PRIV", "fops.WriteKillPriv"},
	{"XATTROP_ADD_ARRAY", "fops.XattropAddArray32"},
	{"XATTROP_ADD_ARRAY64", "fops.XattropAddArray64"},
	{"XATTROP_OR_ARRAY", "fops.XattropOrArray"},
	{"XATTROP_AND_ARRAY", "fops.XattropAndArray"},
	{"XATTROP_GET_AND_SET", "fops.XattropGetAndSet"},
}

// constants returns what module windlass has, by name: the constants of the
// interfaces that fops mirror, and all errnos.
func constants() []constant {
	all := slices.Clone(fopsConstants)
	for _, name := range strings.Fields(unixConstants) {
		all = append(all, constant{name, "unix." + name})
	}
	for n := syscall.Errno(1); n < 256; n++ {
		if name := unix.ErrnoName(n); name != "" && !slices.Contains(all, constant{name, "unix." + name}) {
			all = append(all, constant{name, "unix." + name})
		}
	}
	slices.SortFunc(all, func(a, b constant) int { return strings.Compare(a.Name, b.Name) })
	return all
}
