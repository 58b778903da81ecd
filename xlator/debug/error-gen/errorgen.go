// Package errorgen is debug/error-gen: it answers a share of the fops with an
// error, to show what a program makes of it.
//
//	volume faulty
//	    type debug/error-gen
//	    option failure 10
//	    option error-no ENOSPC
//	    option enable writev,create
//	    subvolumes store
//	end-volume
//
// # Options
//
//	failure         share of the fops that fail (Percent, 10)
//	error-no        with which error (Errno; without it one that suits the fop)
//	enable          which fops (Ops, all)
//	random-failure  fail by chance instead of at equal distances (Bool, off)
//	seed            makes chance repeatable (Int, 0: it is not)
//
// All of them can change while it serves. A fop that fails is not carried out. At equal distances a failure of 25
// strikes each fourth of the enabled fops, whoever asks. The errors that suit
// a fop are those that its manual page lists for a disk that is full, broken
// or away; which of them is chosen by chance.
package errorgen

import (
	"sync/atomic"
	"syscall"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/xlator"
	"github.com/windlassfs/windlass/xlator/debug/internal/dice"
)

// Type is debug/error-gen.
var Type = &xlator.Type{
	Name:    "debug/error-gen",
	Summary: "Answer a share of the fops with an error.",
	Options: []xlator.Option{
		{Key: "failure", Type: xlator.Percent, Default: "10", Settable: true, Doc: "Share of the fops that fail."},
		{Key: "error-no", Type: xlator.Errno, Settable: true, Doc: "The error; without it one that suits the fop."},
		{Key: "enable", Type: xlator.Ops, Default: "all", Settable: true, Doc: "Which fops may fail."},
		{Key: "random-failure", Type: xlator.Bool, Default: "off", Settable: true, Doc: "Fail by chance instead of at equal distances."},
		{Key: "seed", Type: xlator.Int, Default: "0", Settable: true, Doc: "Makes chance repeatable; 0 chooses anew each time."},
	},
	MinChildren: 1, MaxChildren: 1,
	New: func(this *xlator.Node) (any, error) {
		e := &errorGen{}
		e.settings.Store(settingsOf(this.Options))
		return e, nil
	},
}

type errorGen struct {
	settings atomic.Pointer[settings]
	evenly   dice.Evenly
	failed   [fops.NumOps]atomic.Int64
}

// settings are what the options say.
type settings struct {
	percent float64
	errno   syscall.Errno
	ops     []fops.Op
	random  bool
	dice    *dice.Dice
}

func settingsOf(o *xlator.Options) *settings {
	return &settings{
		percent: o.Float("failure"), errno: o.Errno("error-no"), ops: o.Ops("enable"),
		random: o.Bool("random-failure"), dice: dice.New(uint64(o.Int("seed"))),
	}
}

// Reconfigure implements xlator.Reconfigurer.
func (e *errorGen) Reconfigure(to *xlator.Reconfiguration) (*xlator.Change, error) {
	return &xlator.Change{Commit: func() { e.settings.Store(settingsOf(to.Options)) }}, nil
}

// Bind implements xlator.Binder.
func (e *errorGen) Bind(b *xlator.Bindings) {
	s := e.settings.Load()
	if s.percent == 0 {
		return
	}
	for _, op := range s.ops {
		b.Fop[op] = e.fop
	}
}

func (e *errorGen) fop(f *xlator.Frame, a *fops.Args) {
	s := e.settings.Load()
	hit := false
	if s.random {
		hit = s.dice.Hit(s.percent)
	} else {
		hit = e.evenly.Hit(s.percent)
	}
	if !hit {
		f.Tail(a)
		return
	}
	e.failed[a.Op].Add(1)
	errno := s.errno
	if errno == 0 {
		list := Suitable(a.Op)
		errno = list[s.dice.Next()%uint64(len(list))]
	}
	f.Fail(errno)
}

// Dump implements xlator.Dumper: how many of each fop failed.
func (e *errorGen) Dump(add func(key string, value any)) {
	for op := range e.failed {
		if n := e.failed[op].Load(); n > 0 {
			add("failed."+fops.Op(op).String(), n)
		}
	}
}

// The errors of fops that are alike.
var (
	reading  = []syscall.Errno{syscall.EIO, syscall.ENOTCONN, syscall.ESTALE}
	finding  = []syscall.Errno{syscall.ENOENT, syscall.ESTALE, syscall.EACCES, syscall.EIO, syscall.ENOTCONN}
	making   = []syscall.Errno{syscall.ENOSPC, syscall.EDQUOT, syscall.EACCES, syscall.EROFS, syscall.EMLINK, syscall.EIO, syscall.ENOTCONN}
	removing = []syscall.Errno{syscall.EACCES, syscall.EPERM, syscall.EBUSY, syscall.EROFS, syscall.EIO, syscall.ENOTCONN}
	writing  = []syscall.Errno{syscall.ENOSPC, syscall.EDQUOT, syscall.EFBIG, syscall.EIO, syscall.ENOTCONN}
	opening  = []syscall.Errno{syscall.EACCES, syscall.EMFILE, syscall.ENFILE, syscall.ENOMEM, syscall.EIO, syscall.ENOTCONN}
	changing = []syscall.Errno{syscall.EPERM, syscall.EROFS, syscall.EIO, syscall.ENOTCONN}
	locking  = []syscall.Errno{syscall.ENOLCK, syscall.EAGAIN, syscall.EINTR, syscall.EIO, syscall.ENOTCONN}
	xattring = []syscall.Errno{syscall.ENODATA, syscall.EOPNOTSUPP, syscall.ERANGE, syscall.EIO, syscall.ENOTCONN}
	xsetting = []syscall.Errno{syscall.ENOSPC, syscall.EDQUOT, syscall.EPERM, syscall.EOPNOTSUPP, syscall.EIO, syscall.ENOTCONN}
)

// special are the fops whose errors do not follow from their row.
var special = map[fops.Op][]syscall.Errno{
	fops.OpLookup: finding, fops.OpAccess: finding, fops.OpReadlink: finding,
	fops.OpUnlink: removing, fops.OpRmdir: removing,
	fops.OpOpen: opening, fops.OpOpendir: opening,
	fops.OpLk: locking, fops.OpInodelk: locking, fops.OpFinodelk: locking, fops.OpEntrylk: locking, fops.OpFentrylk: locking, fops.OpLease: locking,
	fops.OpGetxattr: xattring, fops.OpFgetxattr: xattring, fops.OpRemovexattr: xattring, fops.OpFremovexattr: xattring,
	fops.OpSetxattr: xsetting, fops.OpFsetxattr: xsetting, fops.OpXattrop: xsetting, fops.OpFxattrop: xsetting,
	fops.OpSetattr: changing, fops.OpFsetattr: changing,
	fops.OpTruncate: writing, fops.OpFlush: writing, fops.OpFsync: writing, fops.OpFsyncdir: writing, fops.OpSyncfs: writing,
}

// suitable has the list of each fop; what is not special follows from its row.
var suitable = func() (out [fops.NumOps][]syscall.Errno) {
	for op := range fops.Op(fops.NumOps) {
		row := op.Spec()
		switch list, ok := special[op]; {
		case ok:
			out[op] = list
		case row.Mutates && row.Class == fops.ClassFd:
			out[op] = writing
		case row.Mutates:
			out[op] = making
		default:
			out[op] = reading
		}
	}
	return out
}()

// Suitable returns the errors that a fop fails with where the volume names
// none. The slice must not be changed.
func Suitable(op fops.Op) []syscall.Errno { return suitable[op] }
