package scripttest

import (
	"fmt"
	"math"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"

	"github.com/go-python/gpython/py"
	"golang.org/x/sys/unix"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/scripting"
	"github.com/windlassfs/windlass/scripting/engine"
	"github.com/windlassfs/windlass/xlator"
)

// A tester is t, the argument of a test.
type tester struct {
	rig
	file   string // the test file
	script string // what is loaded if nobody says otherwise; "" for nothing
	env    scripting.Environment

	looked  bool // the test has looked at t.faults
	skipped bool // t.skip() was called, and has raised
	reason  string
	closed  bool
}

var (
	testType    = engine.NewType[*tester]("Test", "What a test drives its translator with.")
	childType   = engine.NewType[*child]("FakeChild", "A subvolume of the translator under test.")
	clockType   = engine.NewType[*tester]("Clock", "The time of the test.")
	replyType   = engine.NewType[*flight]("Reply", "What was answered.").Open()
	callType    = engine.NewType[*asked]("Call", "What a child was asked.").Open()
	pendingType = engine.NewType[*pending]("Pending", "A request under way.")
)

// pending is what t.start() returns.
type pending struct {
	t  *tester
	fl *flight
}

func init() {
	testType.Attr("child", func(t **tester) (py.Object, error) {
		if err := (*t).ready(); err != nil {
			return nil, err
		}
		return childType.New((*t).kids[0]), nil
	}, nil).Attr("children", func(t **tester) (py.Object, error) {
		if err := (*t).ready(); err != nil {
			return nil, err
		}
		var out []py.Object
		for _, c := range (*t).kids {
			out = append(out, childType.New(c))
		}
		return py.NewListFromItems(out), nil
	}, nil).Attr("clock", func(t **tester) (py.Object, error) {
		return clockType.New(*t), nil
	}, nil).Attr("logs", func(t **tester) (py.Object, error) {
		return (*t).texts(&(*t).lines), nil
	}, nil).Attr("faults", func(t **tester) (py.Object, error) {
		(*t).looked = true
		return (*t).texts(&(*t).faults), nil
	}, nil).Attr("xlator", func(t **tester) (py.Object, error) {
		if err := (*t).ready(); err != nil {
			return nil, err
		}
		return scripting.Instance((*t).node), nil
	}, nil)
	method := func(name string, f func(t *tester, args py.Tuple, kw py.StringDict) (py.Object, error)) {
		testType.Method(name, func(t **tester, args py.Tuple, kw py.StringDict) (py.Object, error) { return f(*t, args, kw) })
	}
	method("load", (*tester).load)
	method("root", (*tester).setRoot)
	method("call", func(t *tester, args py.Tuple, kw py.StringDict) (py.Object, error) {
		op, rest, err := opArg("t.call()", args)
		if err != nil {
			return nil, err
		}
		return t.do("t.call()", op, rest, kw)
	})
	method("start", func(t *tester, args py.Tuple, kw py.StringDict) (py.Object, error) {
		op, rest, err := opArg("t.start()", args)
		if err != nil {
			return nil, err
		}
		fl, err := t.send("t.start()", op, rest, kw)
		if err != nil {
			return nil, err
		}
		return pendingType.New(&pending{t, fl}), nil
	})
	for i := range fops.Op(fops.NumOps) {
		name := i.String()
		method(name, func(t *tester, args py.Tuple, kw py.StringDict) (py.Object, error) {
			return t.do("t."+name+"()", i, args, kw)
		})
	}
	method("forget", (*tester).forgetPath)
	method("release", func(t *tester, args py.Tuple, kw py.StringDict) (py.Object, error) {
		if len(args) != 1 || len(kw) > 0 {
			return nil, py.ExceptionNewf(py.TypeError, "t.release() takes what was opened")
		}
		fd := fdOf(args[0])
		if fd == nil {
			return nil, py.ExceptionNewf(py.TypeError, "t.release(): %s is no Fd", args[0].Type().Name)
		}
		if !t.release(fd) {
			return nil, py.ExceptionNewf(py.ValueError, "t.release(): the file is closed already")
		}
		return py.None, nil
	})
	method("close", func(t *tester, args py.Tuple, kw py.StringDict) (py.Object, error) {
		if len(args)+len(kw) > 0 {
			return nil, py.ExceptionNewf(py.TypeError, "t.close() takes no arguments")
		}
		if err := t.ready(); err != nil {
			return nil, err
		}
		return py.None, t.finish()
	})
	method("skip", func(t *tester, args py.Tuple, _ py.StringDict) (py.Object, error) {
		t.skipped = true
		if len(args) > 0 {
			t.reason, _ = engine.StringOf(args[0])
		}
		return nil, py.ExceptionNewf(py.ExceptionType, "skipped %s", t.reason)
	})
	method("fail", func(_ *tester, args py.Tuple, _ py.StringDict) (py.Object, error) {
		why := "failed"
		if len(args) > 0 {
			why, _ = engine.StringOf(args[0])
		}
		return nil, py.ExceptionNewf(py.AssertionError, "%s", why)
	})
	testType.Repr(func(t **tester) string { return "<Test of " + filepath.Base((*t).file) + ">" })

	clockType.Attr("now", func(t **tester) (py.Object, error) {
		return py.Float(float64((*t).rig.clock.time().UnixNano()) / 1e9), nil
	}, nil).Method("advance", func(t **tester, args py.Tuple, kw py.StringDict) (py.Object, error) {
		if len(args) != 1 || len(kw) > 0 {
			return nil, py.ExceptionNewf(py.TypeError, "t.clock.advance() takes a number of seconds")
		}
		d, err := seconds("t.clock.advance()", "the time", args[0])
		if err != nil {
			return nil, err
		}
		return py.None, (*t).advance((*t).rig.clock.time().Add(d))
	})

	pendingType.Attr("done", func(p **pending) (py.Object, error) {
		return py.NewBool((*p).fl.isAnswered()), nil
	}, nil).Method("wait", func(p **pending, args py.Tuple, kw py.StringDict) (py.Object, error) {
		if len(args)+len(kw) > 0 {
			return nil, py.ExceptionNewf(py.TypeError, "wait() takes no arguments")
		}
		if err := (*p).t.rig.wait((*p).fl); err != nil {
			return nil, err
		}
		return (*p).t.replyObject((*p).fl)
	}).Method("interrupt", func(p **pending, args py.Tuple, kw py.StringDict) (py.Object, error) {
		if len(args)+len(kw) > 0 {
			return nil, py.ExceptionNewf(py.TypeError, "interrupt() takes no arguments")
		}
		return py.None, (*p).t.interrupt((*p).fl)
	}).Repr(func(p **pending) string { return "<Pending " + (*p).fl.name() + ">" })

	replyType.Repr(func(fl **flight) string { return (*fl).String() })
	callType.Repr(func(q **asked) string {
		return "<Call " + strings.TrimSpace((*q).args.Op.String()+" "+(*q).path()) + ">"
	})
}

func (fl *flight) String() string {
	if fl.reply.Failed() {
		return "<Reply of " + fl.name() + ": " + errnoName(fl.reply.OpErrno) + ">"
	}
	return fmt.Sprintf("<Reply of %s: op_ret %d>", fl.name(), fl.reply.OpRet)
}

func errnoName(n syscall.Errno) string {
	if s := unix.ErrnoName(n); s != "" {
		return s
	}
	return strconv.Itoa(int(n))
}

func (t *tester) texts(p *[]string) py.Object {
	t.mu.Lock()
	defer t.mu.Unlock()
	out := make([]py.Object, len(*p))
	for i, s := range *p {
		out[i] = py.String(s)
	}
	return py.NewListFromItems(out)
}

// ready loads the default script if none is.
func (t *tester) ready() error {
	switch {
	case t.closed:
		return py.ExceptionNewf(py.RuntimeError, "the graph is closed")
	case t.graph != nil:
		return nil
	case t.script == "":
		name := strings.TrimSuffix(filepath.Base(t.file), "_test.py") + ".py"
		return py.ExceptionNewf(py.FileNotFoundError, "there is no %s beside the test and no class derived from Translator in it: say t.load('NAME.py')", name)
	}
	return engine.Raise(t.start(t.script, nil, nil))
}

func (t *tester) start(script string, options []xlator.OptionSpec, kids []string) error {
	if len(kids) == 0 {
		kids = []string{"child"}
	}
	t.names, t.held = make(map[entry]*fops.Inode), make(map[*fops.Inode]int64)
	err := t.build(filepath.Dir(t.file), script, options, kids, t.env)
	if err != nil {
		return fmt.Errorf("cannot load the translator:\n%w", err)
	}
	return nil
}

// finish ends the graph before the test does. What it should have been asked
// must have come by now.
func (t *tester) finish() error {
	t.closed = true
	var wrong []string
	for _, c := range t.kids {
		if err := c.verify(); err != nil {
			wrong = append(wrong, err.Error())
		}
	}
	t.kids = nil
	if wrong = append(wrong, t.rig.close()...); len(wrong) > 0 {
		return py.ExceptionNewf(py.AssertionError, "%s", strings.Join(wrong, "; "))
	}
	return nil
}

// load is t.load(file, children=1, **options).
func (t *tester) load(args py.Tuple, kw py.StringDict) (py.Object, error) {
	if len(args) > 1 {
		return nil, py.ExceptionNewf(py.TypeError, "t.load() takes a file and options by keyword")
	}
	script := t.script
	if len(args) == 1 && args[0] != py.Object(py.None) {
		name, err := engine.StringOf(args[0])
		if err != nil {
			return nil, py.ExceptionNewf(py.TypeError, "t.load(): the file must be a str")
		}
		script = name
		if !filepath.IsAbs(name) {
			script = filepath.Join(filepath.Dir(t.file), name)
		}
	}
	if script == "" {
		return nil, t.ready()
	}
	if t.graph != nil {
		if err := t.finish(); err != nil {
			return nil, err
		}
	}
	t.closed = false
	var kids []string
	switch n := kw["children"].(type) {
	case nil:
	case py.Int:
		if n < 1 || n > 64 {
			return nil, py.ExceptionNewf(py.ValueError, "t.load(): children must be between 1 and 64")
		}
		for i := range int(n) {
			kids = append(kids, "child"+strconv.Itoa(i))
		}
		if n == 1 {
			kids = nil
		}
	default:
		err := py.Iterate(n, func(o py.Object) bool {
			if s, ok := o.(py.String); ok {
				kids = append(kids, string(s))
			}
			return false
		})
		if err != nil || len(kids) == 0 {
			return nil, py.ExceptionNewf(py.TypeError, "t.load(): children must be a number or a list of names")
		}
	}
	at := xlator.Pos{File: "t.load()"}
	var options []xlator.OptionSpec
	for _, k := range slices.Sorted(keysOf(kw)) {
		if k == "children" {
			continue
		}
		v, err := optionText(kw[k])
		if err != nil {
			return nil, py.ExceptionNewf(py.TypeError, "t.load(): option %s: %s", k, err.Error())
		}
		options = append(options, xlator.OptionSpec{Key: optionKey(k), Value: v, Pos: at, ValuePos: at})
	}
	return py.None, engine.Raise(t.start(script, options, kids))
}

func keysOf(d py.StringDict) func(func(string) bool) {
	return func(yield func(string) bool) {
		for k := range d {
			if !yield(k) {
				return
			}
		}
	}
}

// optionKey turns hold_timeout into hold-timeout: no keyword has a dash.
func optionKey(k string) string {
	k = strings.TrimSuffix(k, "_") // class_
	dashed := strings.ReplaceAll(k, "_", "-")
	for _, o := range scripting.Type.Options {
		if o.Key == dashed {
			return dashed
		}
	}
	if dashed == "log-level" || dashed == "pass-through" {
		return dashed
	}
	return k
}

// optionText writes a value as a volume file has it.
func optionText(o py.Object) (string, error) {
	switch x := o.(type) {
	case py.String:
		return string(x), nil
	case py.Bool:
		if x {
			return "on", nil
		}
		return "off", nil
	case py.Int:
		return strconv.FormatInt(int64(x), 10), nil
	case py.Float:
		return strconv.FormatFloat(float64(x), 'f', -1, 64), nil
	case *py.List, py.Tuple:
		var words []string
		err := py.Iterate(o, func(o py.Object) bool {
			s, e := optionText(o)
			words = append(words, s)
			return e != nil
		})
		return strings.Join(words, ","), err
	}
	return "", fmt.Errorf("a %s cannot be the value of an option", o.Type().Name)
}

// setRoot is t.root(uid=0, gid=0, pid=0, groups=(), lk_owner=0): who asks from
// now on.
func (t *tester) setRoot(args py.Tuple, kw py.StringDict) (py.Object, error) {
	if len(args) > 0 {
		return nil, py.ExceptionNewf(py.TypeError, "t.root() takes keywords: t.root(uid=1000, gid=1000)")
	}
	var c credentials
	number := func(name string, o py.Object) (uint32, error) {
		n, ok := o.(py.Int)
		if !ok || n < 0 || n > math.MaxUint32 {
			return 0, py.ExceptionNewf(py.TypeError, "t.root(): %s must be a number of 32 bits", name)
		}
		return uint32(n), nil
	}
	for name, o := range kw {
		var err error
		switch name {
		case "uid":
			c.uid, err = number(name, o)
		case "gid":
			c.gid, err = number(name, o)
		case "pid":
			c.pid, err = number(name, o)
		case "lk_owner":
			n, ok := o.(py.Int)
			if !ok {
				err = py.ExceptionNewf(py.TypeError, "t.root(): lk_owner must be an int")
			}
			c.lkOwner = uint64(n)
		case "groups":
			e := py.Iterate(o, func(o py.Object) bool {
				var n uint32
				n, err = number("groups", o)
				c.groups = append(c.groups, n)
				return err != nil
			})
			if err == nil {
				err = e
			}
		default:
			hint := ""
			if near := fops.Suggest(name, []string{"uid", "gid", "pid", "groups", "lk_owner"}); near != "" {
				hint = "; did you mean " + near + "?"
			}
			err = py.ExceptionNewf(py.TypeError, "t.root() has no parameter %s%s", name, hint)
		}
		if err != nil {
			return nil, err
		}
	}
	t.rig.root = c
	return py.None, nil
}

// opArg reads the name of a fop.
func opArg(fn string, args py.Tuple) (fops.Op, py.Tuple, error) {
	if len(args) == 0 {
		return 0, nil, py.ExceptionNewf(py.TypeError, "%s takes the name of a fop and its arguments", fn)
	}
	name, err := engine.StringOf(args[0])
	if err != nil {
		return 0, nil, py.ExceptionNewf(py.TypeError, "%s: the name of a fop must be a str", fn)
	}
	op, err := parseOp(fn, name)
	return op, args[1:], err
}

func parseOp(fn, name string) (fops.Op, error) {
	op, ok := fops.ParseOp(name)
	if !ok {
		hint := ""
		if near := fops.Suggest(name, fops.Names()); near != "" {
			hint = "; did you mean '" + near + "'?"
		}
		return 0, py.ExceptionNewf(py.ValueError, "%s: there is no fop '%s'%s", fn, name, hint)
	}
	return op, nil
}

// do sends a request and waits for its answer.
func (t *tester) do(fn string, op fops.Op, args py.Tuple, kw py.StringDict) (py.Object, error) {
	fl, err := t.send(fn, op, args, kw)
	if err != nil {
		return nil, err
	}
	if err := t.rig.wait(fl); err != nil {
		return nil, err
	}
	return t.replyObject(fl)
}

// params are what a fop's function takes by position: what exists only for
// GlusterFS's sake, and the fd that is about to be opened, are left out.
func params(op fops.Op) []fops.Param {
	row := op.Spec()
	var out []fops.Param
	for _, p := range row.In {
		if p.Keyword || p.Const != "" || p.In == "Fd" && hasOut(row, "Fd") {
			continue
		}
		out = append(out, p)
	}
	return out
}

// defaults are what is left out of a call.
func defaults(op fops.Op, a *fops.Args) {
	switch op {
	case fops.OpMkdir:
		a.Mode = 0o755
	case fops.OpCreate, fops.OpTmpfile:
		a.Mode, a.Flags = 0o644, syscall.O_RDWR
	case fops.OpMknod, fops.OpPut:
		a.Mode = 0o644
	case fops.OpReadv, fops.OpReaddir, fops.OpReaddirp, fops.OpReadlink:
		a.Size = 128 << 10
	}
}

// send sends a request: positional arguments in the order of the table, a path
// for a loc, what open() has answered for an fd.
func (t *tester) send(fn string, op fops.Op, args py.Tuple, kw py.StringDict) (*flight, error) {
	if err := t.ready(); err != nil {
		return nil, err
	}
	row, ps := op.Spec(), params(op)
	given := make(py.StringDict, len(args)+len(kw))
	if len(args) > len(ps) {
		return nil, py.ExceptionNewf(py.TypeError, "%s takes (%s)", fn, usage(row, ps))
	}
	for i, o := range args {
		given[ps[i].Name] = o
	}
	for k, o := range kw {
		if _, twice := given[k]; twice {
			return nil, py.ExceptionNewf(py.TypeError, "%s: parameter %s is given twice", fn, k)
		}
		given[k] = o
	}
	var failed *flight
	locs := map[string]fops.Loc{}
	for _, p := range row.In {
		o := given[p.Name]
		switch p.In {
		case "Loc", "Loc2":
			if o == nil {
				if p.Name != ps[0].Name && op != fops.OpSymlink && p.In != "Loc2" {
					continue
				}
				return nil, py.ExceptionNewf(py.TypeError, "%s takes (%s): %s is missing", fn, usage(row, ps), p.Name)
			}
			loc, fl, err := t.loc(fn, op, p, o)
			if err != nil {
				return nil, err
			}
			if fl != nil {
				failed = fl
				break
			}
			if loc != nil {
				locs[p.In] = *loc
				delete(given, p.Name)
			}
		case "Fd", "Fd2":
			if o == nil {
				if !hasOut(row, "Fd") && p.Name == ps[0].Name {
					return nil, py.ExceptionNewf(py.TypeError, "%s takes (%s): %s is missing", fn, usage(row, ps), p.Name)
				}
				continue
			}
			if fd := fdOf(o); fd != nil {
				given[p.Name] = t.values.Fd(fd)
			}
		}
		if failed != nil {
			return failed, nil
		}
	}
	return t.launch(op, false, func(c *xlator.Call, a *fops.Args) error {
		defaults(op, a)
		if err := t.values.TakeArgs(fn, given, a); err != nil {
			return err
		}
		if l, ok := locs["Loc"]; ok {
			a.Loc = l
		}
		if l, ok := locs["Loc2"]; ok {
			a.Loc2 = l
		}
		return nil
	})
}

func usage(row *fops.Spec, ps []fops.Param) string {
	var words []string
	for _, p := range ps {
		words = append(words, p.Name)
	}
	for _, p := range row.In {
		if p.Keyword {
			words = append(words, p.Name+"=")
		}
	}
	return strings.Join(words, ", ")
}

// loc finds what a path or an inode stands for, as the kernel would for that
// parameter; nil for an object that is taken as it is. A flight is the look-up
// on the way that has failed.
func (t *tester) loc(fn string, op fops.Op, p fops.Param, o py.Object) (*fops.Loc, *flight, error) {
	if in, ok := scripting.InodeOf(o); ok {
		l := fops.Loc{Inode: in}
		l.Parent, l.Name = in.Name()
		return &l, nil, nil
	}
	s, err := engine.StringOf(o)
	if err != nil {
		return nil, nil, nil // TakeArgs knows what to do, or to say
	}
	if !strings.HasPrefix(s, "/") {
		return nil, nil, py.ExceptionNewf(py.ValueError, "%s: %s must be a path from the root of the mount, as '/%s'", fn, p.Name, s)
	}
	parent, name, failed, err := t.walk(s)
	if err != nil || failed != nil {
		return nil, failed, err
	}
	row := op.Spec()
	fresh := op == fops.OpLookup || row.Class == fops.ClassEntry && p.Name != "oldloc" && op != fops.OpUnlink && op != fops.OpRmdir && op != fops.OpTmpfile
	switch {
	case name == "":
		if op == fops.OpTmpfile {
			return &fops.Loc{Parent: parent}, nil, nil
		}
		return &fops.Loc{Inode: parent}, nil, nil
	case fresh:
		return &fops.Loc{Parent: parent, Name: name}, nil, nil
	}
	in, fl, err := t.lookup(parent, name)
	if err != nil || in == nil {
		return nil, fl, err
	}
	switch op {
	case fops.OpTmpfile:
		return &fops.Loc{Parent: in}, nil, nil
	case fops.OpUnlink, fops.OpRmdir, fops.OpRename:
		return &fops.Loc{Parent: parent, Name: name}, nil, nil
	}
	return &fops.Loc{Parent: parent, Name: name, Inode: in}, nil, nil
}

// fdOf returns the open file that an Fd, or the reply of an open, stands for.
func fdOf(o py.Object) *fops.Fd {
	if fd, ok := scripting.FdOf(o); ok {
		return fd
	}
	if fl, ok := replyType.From(o); ok {
		return (*fl).reply.Fd
	}
	return nil
}

// forgetPath is t.forget(path or inode).
func (t *tester) forgetPath(args py.Tuple, kw py.StringDict) (py.Object, error) {
	if len(args) != 1 || len(kw) > 0 {
		return nil, py.ExceptionNewf(py.TypeError, "t.forget() takes a path or an Inode")
	}
	if err := t.ready(); err != nil {
		return nil, err
	}
	in, ok := scripting.InodeOf(args[0])
	if !ok {
		path, err := engine.StringOf(args[0])
		if err != nil {
			return nil, py.ExceptionNewf(py.TypeError, "t.forget() takes a path or an Inode, not %s", args[0].Type().Name)
		}
		at := t.graph.Inodes().Root()
		for n := range strings.SplitSeq(strings.Trim(path, "/"), "/") {
			if at = t.names[entry{at, n}]; at == nil {
				return nil, py.ExceptionNewf(py.ValueError, "t.forget(): nothing has looked up %s", path)
			}
		}
		in = at
	}
	t.rig.forget(in)
	return py.None, nil
}

// replyObject makes the object of a reply.
func (t *tester) replyObject(fl *flight) (py.Object, error) {
	if fl.object != nil {
		return fl.object, nil
	}
	r := fl.reply
	o := replyType.New(fl)
	d := t.values.Reply(fl.op, r)
	d["op"] = py.String(fl.op.String())
	if _, taken := d["path"]; !taken { // that of readlink is the link's text
		d["path"] = py.String(fl.path)
	}
	d["op_ret"], d["op_errno"] = py.Int(r.OpRet), py.Int(0)
	d["ok"], d["error"] = py.NewBool(!r.Failed()), py.Object(py.None)
	if r.Failed() {
		d["op_errno"], d["error"] = py.Int(r.OpErrno), py.String(errnoName(r.OpErrno))
	}
	d["entry_timeout"], d["attr_timeout"] = timeout(r.EntryTimeout), timeout(r.AttrTimeout)
	if v, ok := d["vector"]; ok {
		d["data"] = v
		if r.Failed() {
			d["data"] = py.Bytes(nil)
		}
	}
	if _, ok := d["entries"]; ok {
		var names []py.Object
		for _, e := range r.Entries {
			names = append(names, py.String(e.Name))
		}
		d["names"] = py.NewListFromItems(names)
	}
	for k, v := range d {
		if _, err := o.M__setattr__(k, v); err != nil {
			return nil, err
		}
	}
	fl.object = o
	return o, nil
}

// callObject makes the object of a request that a child got.
func (g *rig) callObject(c *child, q *asked) py.Object {
	o := callType.New(q)
	d := g.values.Args(q.args)
	for k, v := range q.paths {
		d[k+"_path"] = py.String(v)
	}
	d["op"], d["path"], d["child"] = py.String(q.args.Op.String()), py.String(q.path()), py.Int(c.index)
	d["uid"], d["gid"], d["pid"] = py.Int(q.uid), py.Int(q.gid), py.Int(q.pid)
	d["time"] = py.Float(float64(q.at.UnixNano()) / 1e9)
	if v, ok := d["vector"]; ok {
		d["data"] = v
	}
	for k, v := range d {
		_, _ = o.M__setattr__(k, v) // an open type takes all
	}
	return o
}
