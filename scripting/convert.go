package scripting

import (
	"bytes"

	"github.com/go-python/gpython/py"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/scripting/engine"
	"github.com/windlassfs/windlass/xlator"
)

// Values shows requests and replies to Python code that looks at them from
// outside: a test. What it makes is good for as long as what it was made from,
// not for one request only. It is used under one lock, like a context.
type Values struct{ life life }

// NewValues makes Values. The contexts that a test reads of inodes and open
// files are those of the translator of n, a script; nil is nobody's.
func NewValues(n *xlator.Node) *Values {
	l := &lane{interp: &interp{}, host: &host{}}
	if n != nil {
		if h, ok := n.Translator.(*host); ok {
			l = h.cur.Load().lanes[0]
		}
	}
	return &Values{life{lane: l, what: "test"}}
}

// Instance returns the instance of the script's class in a translator's first
// lane, or None.
func Instance(n *xlator.Node) py.Object {
	if h, ok := n.Translator.(*host); ok {
		return h.cur.Load().lanes[0].self
	}
	return py.None
}

// Held returns how many frames the translator holds that wait for nothing else.
func Held(n *xlator.Node) int {
	if h, ok := n.Translator.(*host); ok {
		return int(h.parked.Load())
	}
	return 0
}

// Module returns the module windlass.
func Module() (*engine.Module, error) { return module() }

// Args returns the arguments of a request by their names. The caller owns a,
// and what it points to.
func (v *Values) Args(a *fops.Args) py.StringDict {
	sig := &signatures[a.Op].in
	vals := make([]py.Object, len(sig.pos))
	binds[a.Op].giveIn(&v.life, &argObjects{}, a, vals)
	d := sig.named(vals)
	for _, p := range sig.params {
		if p.Keyword && p.In == "Flags" {
			d[p.Name] = py.Int(a.Flags)
		}
	}
	return d
}

// Reply returns the values of a reply to op by their names; those of a failure
// are empty. The caller owns r, and what it points to.
func (v *Values) Reply(op fops.Op, r *fops.Reply) py.StringDict {
	sig := &signatures[op].out
	vals := make([]py.Object, len(sig.pos))
	if r.Failed() {
		sig.giveFailed(&v.life, r, vals)
	} else {
		binds[op].giveOut(&v.life, &replyObjects{}, r, vals)
	}
	return sig.named(vals)
}

func (s *signature) named(vals []py.Object) py.StringDict {
	d := make(py.StringDict, len(vals))
	for i, at := range s.pos {
		if b, ok := vals[i].(*bufferObject); ok {
			vals[i] = py.Bytes(bytes.Clone(b.b))
		}
		d[s.params[at].Name] = vals[i]
	}
	return d
}

// TakeArgs sets the arguments of a request that are given by name; fn is what
// messages call the function that was called with them.
func (v *Values) TakeArgs(fn string, given py.StringDict, a *fops.Args) error {
	return take1(fn, &signatures[a.Op].in, given, func(k *taker, vals []py.Object) { binds[a.Op].takeIn(k, vals, a) })
}

// TakeReply sets the values of a reply to op that are given by name.
func (v *Values) TakeReply(fn string, op fops.Op, given py.StringDict, r *fops.Reply) error {
	return take1(fn, &signatures[op].out, given, func(k *taker, vals []py.Object) { binds[op].takeOut(k, vals, r) })
}

func take1(fn string, sig *signature, given py.StringDict, take func(*taker, []py.Object)) error {
	var vals [maxParams]py.Object
	if err := sig.spread(fn, vals[:], nil, given, nil, true); err != nil {
		return err
	}
	k := taker{fn: fn}
	take(&k, vals[:])
	return k.err
}

// Inode makes the object of an inode; None for nil.
func (v *Values) Inode(in *fops.Inode) py.Object { return giveInode(&v.life, in) }

// Fd makes the object of an open file.
func (v *Values) Fd(fd *fops.Fd) py.Object { return new(fdObject).give(&v.life, fd) }

// InodeOf returns the inode behind an Inode object.
func InodeOf(o py.Object) (*fops.Inode, bool) {
	if x, ok := o.(*inodeObject); ok {
		return x.in, true
	}
	return nil, false
}

// FdOf returns the open file behind an Fd object.
func FdOf(o py.Object) (*fops.Fd, bool) {
	if x, ok := o.(*fdObject); ok {
		return x.fd, true
	}
	return nil, false
}
