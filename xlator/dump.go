package xlator

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"syscall"
	"time"

	"golang.org/x/sys/unix"

	"github.com/windlassfs/windlass/fops"
)

// A PendingCall is a request under way, as a dump shows it.
type PendingCall struct {
	Op         fops.Op
	Unique     uint64
	UID, GID   uint32
	PID        uint32
	Path       string
	Age        time.Duration // within 50 ms
	Frames     []PendingFrame
	MoreFrames int // those that are not listed
}

// A PendingFrame is one translator's part in it.
type PendingFrame struct {
	Volume  string
	Op      fops.Op
	Unwound bool
	// Pending is how many things it waits for: children, its own handler,
	// holds.
	Pending int
}

// Pending returns the requests under way. It takes no lock that a request
// needs.
func (g *Graph) Pending() []PendingCall {
	g.callsMu.Lock()
	calls := append(g.calls[:0:0], g.calls...)
	g.callsMu.Unlock()
	var out []PendingCall
	for _, w := range calls {
		if c := w.Value(); c != nil {
			if p, ok := c.pending(); ok {
				out = append(out, p)
			}
		}
	}
	return out
}

// pending describes the call if it is in use. A reference keeps it from being
// used again meanwhile.
func (c *Call) pending() (PendingCall, bool) {
	for {
		n := c.refs.Load()
		open := n &^ (settling | ended)
		if n&ended == 0 {
			open-- // the owner's own: it is filling in arguments, or reads the answer
		}
		if n < 0 || open < 1 {
			return PendingCall{}, false
		}
		if c.refs.CompareAndSwap(n, n+1) {
			break
		}
	}
	defer c.drop()
	p := PendingCall{
		Op: c.op, Unique: c.Unique, UID: c.UID, GID: c.GID, PID: c.PID,
		Age: time.Duration(c.graph.clock() - c.began), Path: pathOf(&c.args[0]),
	}
	n := int(c.nframes.Load())
	for i := range c.frames[:min(n, len(c.frames))] {
		s := c.frames[i].state.Load()
		if s == 0 {
			continue
		}
		p.Frames = append(p.Frames, PendingFrame{
			Volume: c.graph.nodes[s>>stateIDShift].Name, Op: fops.Op(s >> stateOpShift & 0x7f),
			Unwound: s&unwoundBit != 0, Pending: int(s & pendingMask),
		})
	}
	p.MoreFrames = max(0, n-len(c.frames))
	return p, true
}

// optionText is how a value is written in a volume file.
func optionText(v any) string {
	switch v := v.(type) {
	case []fops.Op:
		if len(v) == int(fops.NumOps) {
			return "all"
		}
		names := make([]string, len(v))
		for i, op := range v {
			names[i] = op.String()
		}
		return strings.Join(names, ",")
	case []string:
		return strings.Join(v, ",")
	case bool:
		if v {
			return "on"
		}
		return "off"
	case syscall.Errno:
		if name := unix.ErrnoName(v); name != "" {
			return name
		}
		return strconv.Itoa(int(v))
	}
	return fmt.Sprint(v)
}

// Dump writes the graph's state as text: each translator with its options and
// its own state, the statistics, the inodes, and the requests under way with
// the place where each waits (GlusterFS's statedump).
func (g *Graph) Dump(w io.Writer) error {
	b := &errWriter{w: w}
	b.printf("[graph]\ntop=%s\nbugs=%d\ninodes=%d\n", g.Top().Name, g.Bugs(), g.inodes.Len())
	for _, n := range g.nodes {
		b.printf("\n[volume.%s]\ntype=%s\n", n.Name, n.Type.Name)
		for _, c := range n.Children {
			b.printf("subvolume=%s\n", c.Name)
		}
		for _, d := range n.Options.Declared() {
			b.printf("option.%s=%s\n", d.Key, optionText(n.Options.Value(d.Key)))
		}
		for op := range fops.Op(fops.NumOps) {
			if s := n.Stats(op); s != nil {
				l := &s.Latency
				b.printf("fop.%s=count:%d,errors:%d,mean:%v,p50:%v,p90:%v,p99:%v,max:%v\n", op, s.Count.Load(), s.Errors.Load(), l.Mean(), l.Quantile(.5), l.Quantile(.9), l.Quantile(.99), l.Max())
			}
		}
		if d, ok := n.Translator.(Dumper); ok {
			d.Dump(func(key string, value any) { b.printf("%s=%v\n", key, value) })
		}
	}
	calls := g.Pending()
	b.printf("\n[callpool]\npending=%d\n", len(calls))
	for i, c := range calls {
		b.printf("\n[callpool.stack.%d]\nfop=%s\nunique=%d\nuid=%d\ngid=%d\npid=%d\npath=%s\nage=%v\n", i+1, c.Op, c.Unique, c.UID, c.GID, c.PID, c.Path, c.Age)
		for j, f := range c.Frames {
			state := "waits"
			if f.Unwound {
				state = "answered"
			}
			b.printf("frame.%d=volume:%s,fop:%s,state:%s,pending:%d\n", j+1, f.Volume, f.Op, state, f.Pending)
		}
	}
	return b.err
}

// errWriter keeps the first error of a series of writes.
type errWriter struct {
	w   io.Writer
	err error
}

func (b *errWriter) printf(format string, args ...any) {
	if b.err == nil {
		_, b.err = fmt.Fprintf(b.w, format, args...)
	}
}

// pathOf returns the path that a request is about, as far as it has one.
func pathOf(a *fops.Args) string {
	spec := a.Op.Spec()
	for _, p := range spec.In {
		switch p.In {
		case "Loc":
			return a.Loc.Path()
		case "Fd":
			if a.Fd != nil {
				return a.Fd.Inode.Path()
			}
		}
	}
	return ""
}
