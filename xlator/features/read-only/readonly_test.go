package readonly_test

import (
	"syscall"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/sys/unix"

	"github.com/windlassfs/windlass/fops"
	readonly "github.com/windlassfs/windlass/xlator/features/read-only"
	"github.com/windlassfs/windlass/xlator/xlatortest"
)

func TestOffPassesAllThrough(t *testing.T) {
	xlatortest.PassThrough(t, readonly.Type, xlatortest.Options{"read-only": "off"})
}

func TestNoAllocs(t *testing.T) {
	xlatortest.RequireNoAllocs(t, readonly.Type, nil)
}

// TestEveryRow goes through the table: a fop that changes something is
// refused, any other arrives.
func TestEveryRow(t *testing.T) {
	s := xlatortest.New(t, xlatortest.Layer{Type: readonly.Type})
	s.Storage.OnAll(func(*fops.Args, *fops.Reply) {})
	for op := range fops.Op(fops.NumOps) {
		s.Storage.Reset()
		r := s.Do(op, nil)
		if op.Spec().Mutates {
			require.Equal(t, syscall.EROFS, r.OpErrno, op)
			require.Empty(t, s.Storage.Ops(), op)
		} else {
			require.Zero(t, r.OpErrno, op)
			require.Len(t, s.Storage.Ops(), 1, op)
		}
	}
}

func TestWhatDependsOnArguments(t *testing.T) {
	s := xlatortest.New(t, xlatortest.Layer{Type: readonly.Type})
	s.Storage.OnAll(func(*fops.Args, *fops.Reply) {})
	for name, tc := range map[string]struct {
		op   fops.Op
		fill func(*fops.Args)
		want syscall.Errno
	}{
		"open to read":         {fops.OpOpen, func(a *fops.Args) { a.Flags = syscall.O_RDONLY | syscall.O_NONBLOCK }, 0},
		"open to write":        {fops.OpOpen, func(a *fops.Args) { a.Flags = syscall.O_WRONLY }, syscall.EROFS},
		"open for both":        {fops.OpOpen, func(a *fops.Args) { a.Flags = syscall.O_RDWR }, syscall.EROFS},
		"open with O_TRUNC":    {fops.OpOpen, func(a *fops.Args) { a.Flags = syscall.O_TRUNC }, syscall.EROFS},
		"access to read":       {fops.OpAccess, func(a *fops.Args) { a.Flags = unix.R_OK | unix.X_OK }, 0},
		"access to write":      {fops.OpAccess, func(a *fops.Args) { a.Flags = unix.R_OK | unix.W_OK }, syscall.EROFS},
		"ioctl that reads":     {fops.OpIoctl, func(a *fops.Args) { a.Cmd = ioctl(unix.FS_IOC_GETFLAGS) }, 0},
		"ioctl that writes":    {fops.OpIoctl, func(a *fops.Args) { a.Cmd = ioctl(unix.FS_IOC_SETFLAGS) }, syscall.EROFS},
		"ioctl of a terminal":  {fops.OpIoctl, func(a *fops.Args) { a.Cmd = ioctl(unix.TCGETS) }, 0},
		"ioctl that does both": {fops.OpIoctl, func(a *fops.Args) { a.Cmd = ioctl(0xc0185879) /* FITRIM */ }, syscall.EROFS},
	} {
		t.Run(name, func(t *testing.T) {
			require.Equal(t, tc.want, s.Do(tc.op, tc.fill).OpErrno)
		})
	}
}

func ioctl(n uint32) int32 { return int32(n) }
