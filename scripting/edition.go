package scripting

import (
	"reflect"
	"sync"
	"sync/atomic"

	"github.com/go-python/gpython/py"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/scripting/engine"
	"github.com/windlassfs/windlass/xlator"
)

// An edition is the code of a translator as it was loaded at one time, with an
// instance of its class in each interpreter. A reload makes another one in the
// same interpreters; frames of the old one end in the old code.
type edition struct {
	host   *host
	number int
	script *script
	class  string
	lanes  []*lane
	cbks   [fops.NumOps]xlator.Cbk
	serve  atomic.Pointer[serving]
	// assigned are the places that change what other lanes do not see.
	assignOnce sync.Once
	assigned   []assignment
	// background is the stop channel of the lane that runs serve(); nil but there.
	background chan struct{}
}

func (h *host) newEdition(s *script, number int) *edition {
	e := &edition{host: h, number: number, script: s}
	for i := range e.cbks {
		op := fops.Op(i)
		e.cbks[op] = func(f *xlator.Frame, cookie any, r *fops.Reply) { e.runCbk(op, f, cookie, r) }
	}
	return e
}

// start makes the first edition, in new interpreters or in those of another
// translator with the same option vm.
func (h *host) start(o *xlator.Options, l *loaded) (ps xlator.Problems) {
	p, err := policyOf(o)
	if err != nil {
		at, _ := o.Given("fault-injection")
		ps.Add(at.ValuePos, "for example 5% or 100", "volume %q: option fault-injection: %v", h.name, err)
		return ps
	}
	h.setPolicy(p)
	h.vm = o.Text("vm")
	if ps = h.joinVM(o); len(ps) > 0 {
		return ps
	}
	e := h.newEdition(l.script, 1)
	options := newOptions(o)
	lim := limitsOf(o)
	for i := range int(o.Int("lanes")) {
		if i == len(h.interps) {
			in, err := newInterp(l.script, lim, h.pool, h.print, o.Int("lanes") > 1)
			if err != nil {
				return append(ps, problem(l.script.file, "", err))
			}
			h.interps = append(h.interps, in)
		}
		in := h.interps[i]
		in.mu.Lock()
		m, err := in.load(l.script)
		if err == nil {
			ps = append(ps, e.addLane(in, m, l, options)...)
		} else {
			ps = append(ps, problem(l.script.file, "", err))
		}
		in.mu.Unlock()
		if len(ps) > 0 {
			h.abandon()
			return ps
		}
	}
	h.cur.Store(e)
	h.warnOfAssignments(e)
	return nil
}

// abandon gives up interpreters of a translator that is not to be.
func (h *host) abandon() {
	for _, in := range h.interps {
		in.leave()
	}
	h.interps = nil
}

// joinVM finds the translator whose interpreters this one shares.
func (h *host) joinVM(o *xlator.Options) (ps xlator.Problems) {
	if h.vm != "" && h.node != nil {
		for _, n := range h.node.Graph().Nodes() {
			other, ok := n.Translator.(*host)
			if !ok || other.vm != h.vm {
				continue
			}
			for _, key := range []string{"lanes", "step-limit", "time-limit", "recursion-limit"} {
				if o.Value(key) == n.Options.Value(key) {
					continue
				}
				at := h.node.Spec.Pos
				if s, given := o.Given(key); given {
					at = s.Pos
				}
				ps.Add(at, "the translators of a vm share its interpreters, so say the same for all", "volume %q: option %s differs from that of volume %q, which is in vm %s too", h.name, key, n.Name, h.vm)
			}
			if len(ps) > 0 {
				return ps
			}
			h.pool = other.pool
			for _, in := range other.interps {
				in.mu.Lock()
				in.users++
				in.mu.Unlock()
			}
			h.interps = append(h.interps, other.interps...)
			return nil
		}
	}
	h.pool = newPool(h.log, h.env)
	return nil
}

// addLane makes an instance in an interpreter that is locked and has loaded the
// script as m.
func (e *edition) addLane(in *interp, m *engine.ModuleObject, from *loaded, options py.Object) (ps xlator.Problems) {
	l := &lane{host: e.host, edition: e, interp: in, stop: e.background}
	t := e.script.choose(in.ctx, m, from.class, from.classAt, &ps)
	if t == nil {
		return ps
	}
	e.class = t.Name()
	if _, base := e.script.candidates(in.ctx, m); l.stop != nil {
		base.SetOwn("stop", &eventObject{l}) // of this lane only: it has the interpreter for itself
	}
	newTranslator(l, t, options)
	if fn := t.Lookup("__init__"); fn != nil {
		if _, err := in.ctx.Call(fn, l.self, l.self); err != nil {
			return append(ps, problem(e.script.file, t.Name()+".__init__", err))
		}
	}
	if ps = l.bind(); len(ps) == 0 {
		e.lanes = append(e.lanes, l)
	}
	return ps
}

// bind resolves the methods of the instance once for all calls.
func (l *lane) bind() (ps xlator.Problems) {
	get := func(name string) *engine.Func {
		v := l.self.Class().Lookup(name)
		if v == nil || v == py.Object(py.None) {
			return nil
		}
		f, err := l.ctx.Bind(l.self, name)
		if err != nil {
			ps = append(ps, problem(l.edition.script.file, name, err))
			return nil
		}
		return f
	}
	for i := range l.fop {
		op := fops.Op(i).String()
		l.fop[i], l.cbk[i] = get(op+"_fop"), get(op+"_cbk")
	}
	l.init, l.fini, l.notify = get("init"), get("fini"), get("notify")
	l.reconfigure, l.exportState, l.upgrade = get("reconfigure"), get("export_state"), get("upgrade")
	l.forget, l.release, l.releasedir = get("forget"), get("release"), get("releasedir")
	l.serve = get("serve")
	return ps
}

// Reconfigure implements xlator.Reconfigurer: a script that has changed is
// loaded anew, one whose options have changed is told of them, or loaded anew if
// it has no reconfigure().
func (h *host) Reconfigure(r *xlator.Reconfiguration) (*xlator.Change, error) {
	l, ps := takeExamined(h.env, r.Spec)
	if len(ps) > 0 {
		return nil, ps
	}
	p, err := policyOf(r.Options)
	if err != nil {
		at, _ := r.Options.Given("fault-injection")
		ps.Add(at.ValuePos, "for example 5% or 100", "volume %q: option fault-injection: %v", h.name, err)
		return nil, ps
	}
	c := &change{h: h, old: h.cur.Load(), policy: p}
	defer c.catch()
	reload, why := h.mustReload(r, l)
	options := ownOptionsChanged(h.node.Options, r.Options)
	switch {
	case reload:
		c.notes = append(c.notes, why)
		err = c.load(l, r.Options, true)
	case options && c.old.lanes[0].reconfigure == nil:
		c.notes = append(c.notes, "a new instance for its options: it has no reconfigure()")
		err = c.load(l, r.Options, false)
	case options:
		err = c.reconfigure(r.Options)
	}
	if err != nil {
		c.abort()
		return nil, err
	}
	if state := h.gate.state(); state == "disabled" || state == "passed-by" {
		c.notes = append(c.notes, "put back into the path: it was "+state)
	}
	if c.neu == nil && len(c.notes) == 0 && *p == *h.policy.Load() && !options {
		return nil, nil
	}
	return &xlator.Change{Notes: c.notes, Commit: c.commit, Abort: c.abort}, nil
}

// mustReload reports whether a script, or one of those that share its
// interpreters, has changed.
func (h *host) mustReload(r *xlator.Reconfiguration, l *loaded) (bool, string) {
	e := h.cur.Load()
	switch {
	case !l.script.unchanged(e.script):
		return true, "script " + l.script.file + " loaded anew"
	case r.Options.Text("class") != h.node.Options.Text("class"):
		return true, "another class"
	case h.vm == "":
		return false, ""
	}
	for _, n := range h.node.Graph().Nodes() {
		other, ok := n.Translator.(*host)
		if !ok || other == h || other.vm != h.vm {
			continue
		}
		if o := peekExamined(r.Of(n).Spec); o != nil && !o.failed && !o.script.unchanged(other.cur.Load().script) {
			return true, "script " + l.script.file + " loaded anew with its vm"
		}
	}
	return false, ""
}

// ownOptionsChanged reports whether an option that the script declares has
// another value.
func ownOptionsChanged(old, neu *xlator.Options) bool {
	had := make(map[string]bool)
	for _, d := range old.Declared() {
		had[d.Key] = true
	}
	for _, d := range neu.Declared() {
		if !notTheScripts[d.Key] && (!had[d.Key] || !reflect.DeepEqual(old.Value(d.Key), neu.Value(d.Key))) {
			return true
		}
	}
	return false
}

// A change is a reload or a reconfigure() in preparation. It holds the
// translator's interpreters: no request runs in them until it is decided.
type change struct {
	h      *host
	old    *edition
	neu    *edition // nil: the same code goes on
	policy *policy
	notes  []string

	held    bool
	moments []moment    // of the interpreters that have loaded something
	before  []py.Object // the options of each lane; nil if they stay
	acts    []outcome
}

// catch lets go of the interpreters if the preparation panics.
func (c *change) catch() {
	if r := recover(); r != nil {
		c.abort()
		panic(r)
	}
}

func (c *change) hold() {
	for _, in := range c.h.interps {
		in.hold()
	}
	c.held = true
}

// hook calls a hook; what it wants done is done when the lanes are free.
func (c *change) hook(l *lane, name string, f *engine.Func, args ...py.Object) (py.Object, error) {
	if f == nil {
		return py.None, nil
	}
	l.running = l
	v, err := f.Call(args...)
	l.running = nil
	l.giveBackLocks()
	out := outcome{l: l}
	out.one, out.more = l.schedule()
	c.acts = append(c.acts, out)
	if err != nil {
		return nil, xlator.Problems{problem(l.edition.script.file, name, err)}
	}
	return v, nil
}

// load makes the new edition, with what the old one hands over. Without anew it
// is another instance of the class that is there.
func (c *change) load(l *loaded, o *xlator.Options, anew bool) error {
	c.hold()
	h := c.h
	c.neu = h.newEdition(l.script, c.old.number+1)
	options := newOptions(o)
	for i, in := range h.interps {
		m := in.modules[c.old.script.file].m
		if anew {
			c.moments = append(c.moments, in.now())
			var err error
			if m, err = in.reload(c.old.script, l.script); err != nil {
				return xlator.Problems{problem(l.script.file, "", err)}
			}
		}
		if ps := c.neu.addLane(in, m, l, options); len(ps) > 0 {
			return ps
		}
		lane, before := c.neu.lanes[i], c.old.lanes[i]
		if _, err := c.hook(lane, "init", lane.init); err != nil {
			return err
		}
		if before.exportState == nil {
			continue
		}
		state, err := c.hook(before, "export_state", before.exportState)
		switch {
		case err != nil:
			// The old code must not keep the new one away by that.
			h.log.Error("export_state() of the old code failed: what it kept is lost", "error", err)
		case lane.upgrade == nil:
			c.notes = append(c.notes, "the state of the old code is lost: the new one has no upgrade()")
		default:
			if _, err := c.hook(lane, "upgrade", lane.upgrade, state); err != nil {
				return err
			}
		}
	}
	return nil
}

// reconfigure gives the running code its new options. If it refuses them, it
// gets the old ones again.
func (c *change) reconfigure(o *xlator.Options) error {
	c.hold()
	options := newOptions(o)
	for _, l := range c.old.lanes {
		c.before = append(c.before, l.options)
		l.setOptions(options)
		if _, err := c.hook(l, "reconfigure", l.reconfigure, options); err != nil {
			return err
		}
	}
	return nil
}

// setOptions replaces self.options.
func (l *lane) setOptions(o py.Object) {
	l.options = o
	l.self.Del("options")
}

func (c *change) commit() {
	h := c.h
	h.setPolicy(c.policy)
	if c.neu != nil {
		h.cur.Store(c.neu)
		h.limit.reset()
	}
	h.gate.reset()
	c.letGo(func() {
		if c.neu != nil || c.before != nil {
			h.stopServing(c.old)
		}
		if c.neu != nil {
			h.retire(c.old)
			h.warnOfAssignments(c.neu)
		}
		if h.up.Load() {
			h.startServing(h.cur.Load())
		}
	})
}

func (c *change) abort() {
	for i, then := range c.moments {
		c.h.interps[i].restore(then)
	}
	for i, options := range c.before {
		l := c.old.lanes[i]
		l.setOptions(options)
		if _, err := c.hook(l, "reconfigure", l.reconfigure, options); err != nil {
			c.h.log.Error("reconfigure() failed with the old options too", "error", err)
		}
	}
	c.letGo(nil)
}

// letGo frees the interpreters, and then does what hooks have asked for, and
// what else is to be done. Other translators of a VM may hold them for longer.
func (c *change) letGo(after func()) {
	do := func() {
		for i := range c.acts {
			c.acts[i].perform()
		}
		if after != nil {
			after()
		}
	}
	if !c.held {
		do()
		return
	}
	c.held = false
	last := c.h.interps[len(c.h.interps)-1]
	last.after = append(last.after, do)
	for _, in := range c.h.interps {
		in.letGo()
	}
}

// print is where what the script prints goes.
func (h *host) print(line string) {
	h.talk.say(h.log, func() { h.log.Info(shorten(line, maxLine)) })
}
