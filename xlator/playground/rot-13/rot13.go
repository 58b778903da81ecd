// Package rot13 is playground/rot-13: it turns each ASCII letter of the data
// that is written by 13 places, and turns it back when it is read. It protects
// nothing; it shows how a translator changes data.
//
//	volume rot-13
//	    type playground/rot-13
//	    option encrypt-write on
//	    option decrypt-read on
//	    subvolumes store
//	end-volume
//
// # Options
//
//	encrypt-write  turn what is written (Bool, on)
//	decrypt-read   turn what is read (Bool, on)
//
// Data goes in by writev and put and comes out by readv. Names, links and
// extended attributes stay as they are, and so does what copy_file_range
// copies: it is turned already.
package rot13

import (
	"unsafe"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/xlator"
)

// Type is playground/rot-13.
var Type = &xlator.Type{
	Name:    "playground/rot-13",
	Aliases: []string{"encryption/rot-13"}, // where GlusterFS had it once
	Summary: "Turn the letters of files by 13 places.",
	Options: []xlator.Option{
		{Key: "encrypt-write", Type: xlator.Bool, Default: "on", Doc: "Turn what is written."},
		{Key: "decrypt-read", Type: xlator.Bool, Default: "on", Doc: "Turn what is read."},
	},
	MinChildren: 1, MaxChildren: 1,
	New: func(this *xlator.Node) (any, error) {
		return &rot13{write: this.Options.Bool("encrypt-write"), read: this.Options.Bool("decrypt-read")}, nil
	},
}

type rot13 struct{ write, read bool }

// Bind implements xlator.Binder.
func (t *rot13) Bind(b *xlator.Bindings) {
	if t.write {
		b.Fop[fops.OpWritev] = write
		b.Fop[fops.OpPut] = write
	}
	if t.read {
		b.Cbk[fops.OpReadv] = readCbk
	}
}

// write passes on a turned copy: the data is the caller's, and if this comes
// from the kernel it is the page that the program may write again.
func write(f *xlator.Frame, a *fops.Args) {
	b := f.CopyArgs(a)
	b.Vector = f.Buffer(len(a.Vector))
	turn(b.Vector, a.Vector)
	f.Wind(0, b, nil)
}

// readCbk turns what was read. It does so in place only in the request's own
// buffer; any other memory may be a page of a cache that others read too.
func readCbk(f *xlator.Frame, _ any, r *fops.Reply) {
	if r.Failed() || len(r.Vector) == 0 {
		f.Unwind(r)
		return
	}
	own := f.NewReply(fops.OpReadv)
	*own = *r
	if !within(r.Vector, f.Call().Buf) {
		own.Vector = f.Buffer(len(r.Vector))
	}
	turn(own.Vector, r.Vector)
	f.Unwind(own)
}

// within reports whether part begins in whole.
func within(part, whole []byte) bool {
	at, start := uintptr(unsafe.Pointer(unsafe.SliceData(part))), uintptr(unsafe.Pointer(unsafe.SliceData(whole)))
	return at >= start && at < start+uintptr(len(whole))
}

// turn writes the turned bytes of src to dst, which may be src.
func turn(dst, src []byte) {
	for i, c := range src {
		dst[i] = turned[c]
	}
}

var turned = func() (t [256]byte) {
	for i := range t {
		t[i] = byte(i)
	}
	for i := range byte(26) {
		t['a'+i], t['A'+i] = 'a'+(i+13)%26, 'A'+(i+13)%26
	}
	return t
}()
