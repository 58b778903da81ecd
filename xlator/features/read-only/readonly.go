// Package readonly is features/read-only: nothing below it can be changed.
//
//	volume read-only
//	    type features/read-only
//	    option read-only on
//	    subvolumes store
//	end-volume
//
// # Options
//
//	read-only  whether changes are refused (Bool, on; can change while it serves)
//
// Refused, with EROFS, is every fop that the table says changes the
// filesystem, opening a file for writing or with O_TRUNC, asking access(2) for
// the right to write, and an ioctl that hands data to the filesystem. With
// "off" the layer costs nothing.
//
// Locks can be taken, and reading may still move access times if the storage
// keeps them.
package readonly

import (
	"syscall"

	"golang.org/x/sys/unix"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/xlator"
)

// Type is features/read-only.
var Type = &xlator.Type{
	Name:    "features/read-only",
	Summary: "Refuse everything that changes the filesystem.",
	Options: []xlator.Option{
		{Key: "read-only", Type: xlator.Bool, Default: "on", Settable: true, Doc: "Whether changes are refused."},
	},
	MinChildren: 1, MaxChildren: 1,
	New: func(this *xlator.Node) (any, error) { return &readOnly{this.Options.Bool("read-only")}, nil },
}

// readOnly is read and changed by who builds or changes the graph only.
type readOnly struct{ on bool }

// Reconfigure implements xlator.Reconfigurer.
func (r *readOnly) Reconfigure(to *xlator.Reconfiguration) (*xlator.Change, error) {
	on := to.Options.Bool("read-only")
	if on == r.on {
		return nil, nil
	}
	return &xlator.Change{Commit: func() { r.on = on }}, nil
}

// Bind implements xlator.Binder.
func (r *readOnly) Bind(b *xlator.Bindings) {
	if !r.on {
		return
	}
	for op := range fops.Op(fops.NumOps) {
		if op.Spec().Mutates {
			b.Fop[op] = refuse
		}
	}
	b.Fop[fops.OpOpen] = unless(func(a *fops.Args) bool {
		return a.Flags&syscall.O_ACCMODE != syscall.O_RDONLY || a.Flags&syscall.O_TRUNC != 0
	})
	b.Fop[fops.OpAccess] = unless(func(a *fops.Args) bool { return a.Flags&unix.W_OK != 0 })
	b.Fop[fops.OpIoctl] = unless(func(a *fops.Args) bool { return uint32(a.Cmd)&iocWrite != 0 })
}

// iocWrite is set in the number of an ioctl whose caller hands over data
// (_IOW, _IOWR): FS_IOC_SETFLAGS, FICLONE, FITRIM.
const iocWrite = 1 << 30

func refuse(f *xlator.Frame, _ *fops.Args) { f.Fail(syscall.EROFS) }

// unless returns a handler that refuses what changes reports, and passes on
// the rest.
func unless(changes func(*fops.Args) bool) xlator.Handler {
	return func(f *xlator.Frame, a *fops.Args) {
		if changes(a) {
			refuse(f, a)
			return
		}
		f.Tail(a)
	}
}
