package scripttest

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/go-python/gpython/py"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/scripting/engine"
)

// timeout is a reply's time-out as a script gives it: None for the mount's own.
func timeout(d time.Duration) py.Object {
	if d == fops.DefaultTimeout {
		return py.None
	}
	return py.Float(d.Seconds())
}

func init() {
	childType.Attr("name", func(c **child) (py.Object, error) {
		return py.String((*c).name), nil
	}, nil).Attr("calls", func(c **child) (py.Object, error) {
		var out []py.Object
		for _, q := range (*c).asked() {
			out = append(out, (*c).rig.callObject(*c, q))
		}
		return py.NewListFromItems(out), nil
	}, nil).Attr("ops", func(c **child) (py.Object, error) {
		var out []py.Object
		for _, q := range (*c).asked() {
			out = append(out, py.String(q.args.Op.String()))
		}
		return py.NewListFromItems(out), nil
	}, nil).Repr(func(c **child) string { return "<FakeChild " + (*c).name + ">" })

	method := func(name string, f func(c *child, args py.Tuple, kw py.StringDict) (py.Object, error)) {
		childType.Method(name, func(c **child, args py.Tuple, kw py.StringDict) (py.Object, error) { return f(*c, args, kw) })
	}
	method("answer", (*child).addAnswer)
	method("expect", (*child).addExpectation)
	method("clear", func(c *child, args py.Tuple, kw py.StringDict) (py.Object, error) {
		if len(args)+len(kw) > 0 {
			return nil, py.ExceptionNewf(py.TypeError, "clear() takes no arguments")
		}
		if err := c.verify(); err != nil {
			return nil, err
		}
		c.mu.Lock()
		defer c.mu.Unlock()
		c.calls, c.expects, c.answers = nil, nil, [fops.NumOps][]*answer{}
		return py.None, nil
	})

	// What arranges the filesystem behind the translator's back.
	path := func(name string, n int, usage string, f func(c *child, path string, args py.Tuple, mode uint32) (py.Object, error)) {
		method(name, func(c *child, args py.Tuple, kw py.StringDict) (py.Object, error) {
			mode, hasMode := kw["mode"]
			if len(args) != n || len(kw) > 1 || len(kw) == 1 && !hasMode {
				return nil, py.ExceptionNewf(py.TypeError, "%s takes (%s)", name, usage)
			}
			p, err := engine.StringOf(args[0])
			if err != nil {
				return nil, py.ExceptionNewf(py.TypeError, "%s: the path must be a str, not %s", name, args[0].Type().Name)
			}
			m := uint32(0)
			if i, ok := mode.(py.Int); ok {
				m = uint32(i)
			}
			res, err := f(c, p, args[1:], m)
			if err != nil {
				if n, ok := err.(syscall.Errno); ok { //nolint:errorlint // as memfs returns it
					return nil, engine.NewOSError(int(n), p)
				}
				return nil, errnoOf(err)
			}
			return res, nil
		})
	}
	or := func(mode, usual uint32) uint32 {
		if mode == 0 {
			return usual
		}
		return mode
	}
	path("write", 2, "path, data, mode=0o644", func(c *child, p string, args py.Tuple, mode uint32) (py.Object, error) {
		data, err := engine.BytesOf(args[0])
		if err != nil {
			return nil, py.ExceptionNewf(py.TypeError, "write: the data must be bytes or a str, not %s", args[0].Type().Name)
		}
		return py.None, c.fs.Write(p, data, or(mode, 0o644))
	})
	path("mkdir", 1, "path, mode=0o755", func(c *child, p string, _ py.Tuple, mode uint32) (py.Object, error) {
		return py.None, c.fs.Mkdir(p, or(mode, 0o755))
	})
	path("symlink", 2, "target, path", func(c *child, target string, args py.Tuple, _ uint32) (py.Object, error) {
		p, err := engine.StringOf(args[0])
		if err != nil {
			return nil, err
		}
		return py.None, c.fs.Symlink(target, p)
	})
	path("read", 1, "path", func(c *child, p string, _ py.Tuple, _ uint32) (py.Object, error) {
		b, err := c.fs.Read(p)
		return py.Bytes(b), err
	})
	path("list", 1, "path", func(c *child, p string, _ py.Tuple, _ uint32) (py.Object, error) {
		names, err := c.fs.Names(p)
		var out []py.Object
		for _, n := range names {
			out = append(out, py.String(n))
		}
		return py.NewListFromItems(out), err
	})
	path("exists", 1, "path", func(c *child, p string, _ py.Tuple, _ uint32) (py.Object, error) {
		_, err := c.fs.Stat(p)
		return py.NewBool(err == nil), nil
	})
	path("remove", 1, "path", func(c *child, p string, _ py.Tuple, _ uint32) (py.Object, error) {
		return py.None, c.fs.Remove(p)
	})
}

func (c *child) asked() []*asked {
	c.mu.Lock()
	defer c.mu.Unlock()
	return slices.Clone(c.calls)
}

// addAnswer is child.answer(op, function=None, errno=0, delay=0, times=None,
// **fields).
func (c *child) addAnswer(args py.Tuple, kw py.StringDict) (py.Object, error) {
	const fn = "answer()"
	op, rest, err := opArg(fn, args)
	if err != nil {
		return nil, err
	}
	a := &answer{times: -1}
	switch len(rest) {
	case 0:
	case 1:
		a.fn = rest[0]
	default:
		return nil, py.ExceptionNewf(py.TypeError, "answer() takes a fop, a function, and keywords: errno, delay, times, or values of the reply")
	}
	fields := maps.Clone(kw)
	if o, ok := fields["errno"]; ok {
		n, isInt := o.(py.Int)
		if !isInt || n < 1 || n > 511 {
			return nil, py.ExceptionNewf(py.ValueError, "answer(): errno must be an error number, as errno.ENOENT")
		}
		a.errno = syscall.Errno(n)
		delete(fields, "errno")
	}
	if o, ok := fields["delay"]; ok {
		if a.delay, err = seconds(fn, "delay", o); err != nil {
			return nil, err
		}
		delete(fields, "delay")
	}
	if o, ok := fields["times"]; ok {
		n, isInt := o.(py.Int)
		if !isInt || n < 1 {
			return nil, py.ExceptionNewf(py.ValueError, "answer(): times must be a number above 0; left out it is for ever")
		}
		a.times = int(n)
		delete(fields, "times")
	}
	if len(fields) > 0 {
		if a.errno != 0 || a.fn != nil {
			return nil, py.ExceptionNewf(py.TypeError, "answer(): a failure or a function has no values (%s)", strings.Join(slices.Sorted(maps.Keys(fields)), ", "))
		}
		check := maps.Clone(fields)
		delete(check, "op_ret")
		r := &fops.Reply{}
		r.Reset(op)
		if err := c.rig.values.TakeReply(fn, op, check, r); err != nil {
			return nil, err
		}
		a.fields = fields
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	// One for ever ends the queue: what comes later replaces it.
	q := c.answers[op]
	if n := len(q); n > 0 && q[n-1].times < 0 {
		q = q[:n-1]
	}
	c.answers[op] = append(q, a)
	return py.None, nil
}

// addExpectation is child.expect(op, times=1, **arguments).
func (c *child) addExpectation(args py.Tuple, kw py.StringDict) (py.Object, error) {
	op, rest, err := opArg("expect()", args)
	if err != nil {
		return nil, err
	}
	if len(rest) > 0 {
		return nil, py.ExceptionNewf(py.TypeError, "expect() takes a fop, and keywords: times, path, or arguments of the fop")
	}
	e := &expectation{op: op, times: 1, fields: maps.Clone(kw), from: len(c.asked()), line: c.rig.line}
	if o, ok := kw["times"]; ok {
		n, isInt := o.(py.Int)
		if !isInt || n < 0 {
			return nil, py.ExceptionNewf(py.ValueError, "expect(): times must be a number, 0 for never")
		}
		e.times = int(n)
		delete(e.fields, "times")
	}
	known := []string{"path", "uid", "gid", "pid", "data", "time"}
	for _, p := range op.Spec().In {
		known = append(known, p.Name, p.Name+"_path")
	}
	for k := range e.fields {
		if !slices.Contains(known, k) {
			hint := ""
			if near := fops.Suggest(k, known); near != "" {
				hint = "; did you mean " + near + "?"
			}
			return nil, py.ExceptionNewf(py.TypeError, "expect(): %s has no argument %s%s", op, k, hint)
		}
	}
	c.mu.Lock()
	c.expects = append(c.expects, e)
	c.mu.Unlock()
	return py.None, nil
}

// verify returns the first expectation that was not met.
func (c *child) verify() error {
	calls := c.asked()
	for _, e := range c.expects {
		n := 0
		for _, q := range calls[e.from:] {
			if q.args.Op != e.op {
				continue
			}
			same, err := c.matches(e, q)
			if err != nil {
				return err
			}
			if same {
				n++
			}
		}
		if n != e.times {
			var ops []string
			for _, q := range calls[e.from:] {
				ops = append(ops, strings.TrimSpace(q.args.Op.String()+" "+q.path()))
			}
			seen := "nothing"
			if len(ops) > 0 {
				seen = strings.Join(ops, ", ")
			}
			return &unmet{line: e.line, msg: c.name + " was asked for " + c.describe(e) + " " + times(n) + ", expected " + times(e.times), calls: seen}
		}
	}
	return nil
}

// An unmet expectation fails a test at its end.
type unmet struct {
	line       int
	msg, calls string
}

func (u *unmet) Error() string { return u.msg + "; it was asked for: " + u.calls }

func times(n int) string {
	switch n {
	case 0:
		return "never"
	case 1:
		return "once"
	}
	return strconv.Itoa(n) + " times"
}

func (c *child) describe(e *expectation) string {
	s := e.op.String()
	for _, k := range slices.Sorted(maps.Keys(e.fields)) {
		text, err := c.rig.ctx.Repr(e.fields[k])
		if err != nil {
			text = "?"
		}
		s += " " + k + "=" + text
	}
	return s
}

func (c *child) matches(e *expectation, q *asked) (bool, error) {
	call := c.rig.callObject(c, q)
	for k, want := range e.fields {
		got, err := c.rig.ctx.GetAttr(call, k)
		if err != nil {
			return false, err
		}
		same, err := c.rig.same(got, want)
		if err != nil || !same {
			return false, err
		}
	}
	return true, nil
}
