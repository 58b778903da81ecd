// Package trace is debug/trace: it logs fops with their arguments and their
// replies, one line each.
//
//	volume trace
//	    type debug/trace
//	    option include-ops lookup,open,create
//	    option log-file /var/log/windlass/trace.log
//	    subvolumes store
//	end-volume
//
// A line looks like this (broken here):
//
//	123: LOOKUP uid=0 gid=0 pid=77 loc.path=/x loc.pargfid=…
//	  -> op_ret=-1 op_errno=ENOENT time=12.345us
//
// The number is the request's in the FUSE protocol; the names are those of the
// table of fops. Of file data, dictionaries and listings the sizes and the
// first names are shown. A text with spaces or control characters is quoted,
// so that the name of a file cannot pass for a line of the log.
//
// # Options
//
//	include-ops  which fops are logged (Ops, all)
//	exclude-ops  which of them are not (Ops, none)
//	log-calls    log each fop on its way down too, so that one that never
//	             comes back is seen (Bool, off)
//	log-file     where to (Path; without it the translator's log, at level info)
//
// A fop that is not logged passes by at no cost. The file is appended to, a
// write(2) per line.
package trace

import (
	"context"
	"fmt"
	"log/slog"
	"os"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/xlator"
)

// Type is debug/trace.
var Type = &xlator.Type{
	Name:    "debug/trace",
	Summary: "Log fops with their arguments and replies.",
	Options: []xlator.Option{
		{Key: "include-ops", Type: xlator.Ops, Default: "all", Doc: "Which fops are logged."},
		{Key: "exclude-ops", Type: xlator.Ops, Doc: "Which of these are not."},
		{Key: "log-calls", Type: xlator.Bool, Default: "off", Doc: "Log each fop on its way down too, so that one that never comes back is seen."},
		{Key: "log-file", Type: xlator.Path, Doc: "The file to append to; without it the translator's log."},
	},
	MinChildren: 1, MaxChildren: 1,
	New: newTrace,
}

type trace struct {
	node  *xlator.Node
	ops   [fops.NumOps]bool
	calls bool
	path  string

	lines sync.Pool // of *line

	mu     sync.Mutex // held while a line is written to the file
	file   *os.File
	failed bool // a write has failed, and that has been logged
}

// A line is one request's, from its call to its reply.
type line struct {
	text  []byte
	began time.Time
}

func newTrace(this *xlator.Node) (any, error) {
	o := this.Options
	t := &trace{node: this, calls: o.Bool("log-calls"), path: o.Text("log-file")}
	for _, op := range o.Ops("include-ops") {
		t.ops[op] = true
	}
	for _, op := range o.Ops("exclude-ops") {
		t.ops[op] = false
	}
	t.lines.New = func() any { return &line{text: make([]byte, 0, 512)} }
	return t, nil
}

// Init implements xlator.Initer.
func (t *trace) Init() (err error) {
	if t.path != "" {
		t.file, err = os.OpenFile(t.path, os.O_WRONLY|os.O_CREATE|os.O_APPEND, 0o600)
	}
	return err
}

// Fini implements xlator.Finier.
func (t *trace) Fini() {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.file != nil {
		if err := t.file.Close(); err != nil {
			t.node.Log.Warn("closing the trace", "error", err)
		}
		t.file = nil
	}
}

// Bind implements xlator.Binder.
func (t *trace) Bind(b *xlator.Bindings) {
	for op, on := range t.ops {
		if on {
			b.Fop[op], b.Cbk[op] = t.fop, t.cbk
		}
	}
}

func (t *trace) fop(f *xlator.Frame, a *fops.Args) {
	if t.path == "" && !t.node.Log.Enabled(context.Background(), slog.LevelInfo) {
		f.Tail(a)
		return
	}
	l := t.lines.Get().(*line)
	// The arguments are written now: afterwards the name may be another's.
	l.text = appendCall(l.text[:0], f.Root(), a)
	if t.calls {
		t.write(l.text)
	}
	l.began = time.Now()
	f.Local = l
	f.Wind(0, a, nil)
}

func (t *trace) cbk(f *xlator.Frame, _ any, r *fops.Reply) {
	l := f.Local.(*line)
	f.Local = nil
	d := time.Since(l.began)
	l.text = appendReply(l.text, f.Op(), r)
	l.text = append(l.text, " time="...)
	l.text = strconv.AppendFloat(l.text, float64(d)/1e3, 'f', 3, 64)
	l.text = append(l.text, "us"...)
	t.write(l.text)
	t.lines.Put(l)
	f.Unwind(r)
}

func (t *trace) write(text []byte) {
	if t.path == "" {
		t.node.Log.Info(string(text))
		return
	}
	// With the line break it is one write(2), which O_APPEND keeps whole.
	text = append(text, '\n')
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.file == nil {
		return
	}
	if _, err := t.file.Write(text); err != nil && !t.failed {
		t.failed = true
		t.node.Log.Error("the trace has gaps", "error", err)
	}
}

// names are the fops as GlusterFS logs them.
var names = func() (out [fops.NumOps]string) {
	for op := range out {
		out[op] = strings.ToUpper(fops.Op(op).String())
	}
	return out
}()

// appendCall writes a request: its number, fop, caller and arguments.
func appendCall(b []byte, root *xlator.Root, a *fops.Args) []byte {
	b = strconv.AppendUint(b, root.Unique, 10)
	b = append(b, ": "...)
	b = append(b, names[a.Op]...)
	b = number(b, "uid", int64(root.UID))
	b = number(b, "gid", int64(root.GID))
	b = number(b, "pid", int64(root.PID))
	for _, p := range rows[a.Op].in {
		b = p.print(b, p.name, a)
	}
	return b
}

// appendReply writes a reply behind its request.
func appendReply(b []byte, op fops.Op, r *fops.Reply) []byte {
	b = append(b, " ->"...)
	b = number(b, "op_ret", r.OpRet)
	if r.Failed() {
		b = append(b, " op_errno="...)
		b = appendErrno(b, r.OpErrno)
		return dict(b, "xdata", r.XData)
	}
	for _, p := range rows[op].out {
		b = p.print(b, p.name, r)
	}
	return b
}

// row has the printers of one fop.
type row struct {
	in  []argument
	out []value
}

type argument struct {
	name  string
	print func(b []byte, name string, a *fops.Args) []byte
}

type value struct {
	name  string
	print func(b []byte, name string, r *fops.Reply) []byte
}

// rows is compiled from the table of fops once. A field without a printer is
// a hole in this package, which its first test finds.
var rows = func() (out [fops.NumOps]row) {
	for op := range out {
		spec := fops.Op(op).Spec()
		for _, p := range spec.In {
			if p.In == "" {
				continue // no storage: count, iobref
			}
			print := arguments[p.In]
			if p.In == "Flags" && opens(fops.Op(op)) {
				print = func(b []byte, name string, a *fops.Args) []byte { return openFlags(b, name, a.Flags) }
			}
			if print == nil {
				panic(fmt.Sprintf("trace: no printer for argument %s of %s", p.In, spec.Name))
			}
			out[op].in = append(out[op].in, argument{p.Name, print})
		}
		for _, p := range spec.Out {
			if p.Out == "" {
				continue
			}
			print := values[p.Out]
			if print == nil {
				panic(fmt.Sprintf("trace: no printer for value %s of %s", p.Out, spec.Name))
			}
			out[op].out = append(out[op].out, value{p.Name, print})
		}
	}
	return out
}()

// opens reports whether op's flags are those of open(2).
func opens(op fops.Op) bool {
	return op == fops.OpOpen || op == fops.OpCreate || op == fops.OpTmpfile
}
