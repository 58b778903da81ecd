package fuse

import (
	"log/slog"
	"time"
)

// Options say how a graph is mounted. The zero value is a private mount with
// kernel caches off; see [DefaultOptions].
type Options struct {
	// FsName is the source shown by df(1) and /proc/mounts; Subtype makes the
	// type "fuse.SUBTYPE".
	FsName, Subtype string
	// AllowOther lets other users in.
	AllowOther bool
	// DefaultPermissions has the kernel check permissions. Without it the
	// kernel asks with access(2)'s fop, and storage checks each operation.
	DefaultPermissions bool
	// ReadOnly mounts read-only.
	ReadOnly bool
	// EntryTimeout, AttrTimeout and NegativeTimeout are how long the kernel
	// keeps names, attributes and the absence of a name, where a reply does
	// not say so itself.
	EntryTimeout, AttrTimeout, NegativeTimeout time.Duration
	// MaxWrite is the largest request of data, in bytes; 0 for 1 MiB.
	MaxWrite int
	// MaxBackground is the kernel's limit of asynchronous requests; 0 for 64.
	MaxBackground int
	// DirectIO opens every file past the kernel's page cache.
	DirectIO bool
	// KernelCache keeps the page cache of a file when it is opened again.
	KernelCache bool
	// ACL turns on POSIX ACLs, checked by the kernel.
	ACL bool
	// MountFlags are MS_* flags besides read-only, such as MS_NOEXEC; MS_NOSUID
	// and MS_NODEV are the caller's choice here.
	MountFlags uintptr
	// Extra are further -o options handed to mount(2) or fusermount3.
	Extra []string
	// AutoUnmount has the mount removed when this process dies.
	AutoUnmount bool
	// Debug logs each request and reply of the FUSE protocol.
	Debug bool
	// Log receives the bridge's messages; nil for slog.Default.
	Log *slog.Logger
}

// DefaultOptions are what "windlass mount" starts from.
func DefaultOptions() Options {
	return Options{
		Subtype: "windlass", DefaultPermissions: true, ACL: true,
		EntryTimeout: time.Second, AttrTimeout: time.Second,
		MaxWrite: 1 << 20,
	}
}
