package scripting

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"time"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/scripting/engine"
	"github.com/windlassfs/windlass/xlator"
)

// A gate decides whether a request goes through the script or past it. As long
// as nothing is wrong its word is zero, and that is all that a request looks at.
type gate struct {
	word    atomic.Uint32
	entries atomic.Uint64 // entries while faults are injected
	passed  atomic.Int64  // requests that went past

	mu     sync.Mutex // guards what follows; held for a few instructions, and the log
	recent []time.Time
	next   int    // the oldest of recent
	stop   func() // stops the clock of breaker-pause
	trips  int64
	last   fault
}

// The bits of a gate's word.
const (
	gateOpen      = 1 << iota // the breaker has tripped: requests go past
	gateHalfOpen              // the next request tries the script again
	gateProbing               // one does
	gateDisabled              // on-error disable: requests go past until a reload
	gateInjecting             // option fault-injection is on

	gateBreaker = gateOpen | gateHalfOpen | gateProbing
	gatePassing = gateOpen | gateProbing | gateDisabled
)

// A fault is something that a script did wrong: an exception other than an
// OSError, a budget used up, a frame forgotten.
type fault struct {
	traceback string // not the error, which holds on to objects of the script
	method    string
	at        time.Time
}

// policy is what follows a fault, as the volume's options say.
type policy struct {
	onError       string
	holdTimeout   time.Duration
	serveTimeout  time.Duration
	faults        int // of the breaker; 0: there is none
	window, pause time.Duration
	inject        injection
	assign        string
}

func policyOf(o *xlator.Options) (*policy, error) {
	p := &policy{
		onError:     o.Text("on-error"),
		holdTimeout: o.Duration("hold-timeout"), serveTimeout: o.Duration("serve-timeout"),
		faults: int(o.Int("breaker-faults")), window: o.Duration("breaker-window"), pause: o.Duration("breaker-pause"),
		assign: o.Text("self-assign-warning"),
	}
	var err error
	p.inject, err = parseInjection(o.Text("fault-injection"))
	return p, err
}

// An injection says which entries into a script raise: a share of them, at equal
// distances, or each n-th.
type injection struct {
	percent float64
	every   uint64
}

func parseInjection(s string) (i injection, err error) {
	s = strings.TrimSpace(s)
	if share, ok := strings.CutSuffix(s, "%"); ok {
		i.percent, err = strconv.ParseFloat(strings.TrimSpace(share), 64)
		if err == nil && i.percent >= 0 && i.percent <= 100 {
			return i, nil
		}
		return i, fmt.Errorf("%q is not a share from 0%% to 100%%", s)
	}
	switch s {
	case "", "off", "0":
		return i, nil
	}
	i.every, err = strconv.ParseUint(s, 10, 32)
	if err != nil || i.every == 0 {
		return i, fmt.Errorf("%q is neither a share like 5%% nor a number of entries like 100", s)
	}
	return i, nil
}

func (i injection) on() bool { return i.every > 0 || i.percent > 0 }

// hits reports whether the n-th entry raises.
func (i injection) hits(n uint64) bool {
	if i.every > 0 {
		return n%i.every == 0
	}
	return uint64(float64(n)*i.percent/100) > uint64(float64(n-1)*i.percent/100)
}

// setPolicy replaces the policy.
func (h *host) setPolicy(p *policy) {
	h.policy.Store(p)
	if p.inject.on() {
		h.gate.word.Or(gateInjecting)
	} else {
		h.gate.word.And(^uint32(gateInjecting))
	}
}

// entry says how a request enters the script.
type entry uint8

const (
	entryPlain  entry = 0
	entryProbe  entry = 1 << iota // it decides whether the breaker closes
	entryInject                   // it raises instead of running
	entryPast                     // it does not
)

// admit looks at a gate whose word is not zero.
func (h *host) admit() entry {
	var e entry
	w := h.gate.word.Load()
	if w&gateHalfOpen != 0 && w&gateDisabled == 0 && h.gate.probe() {
		e = entryProbe
	} else if w&(gatePassing|gateHalfOpen) != 0 {
		h.gate.passed.Add(1)
		return entryPast
	}
	return e | h.injected()
}

// injected says whether the next entry raises.
func (h *host) injected() entry {
	if h.gate.word.Load()&gateInjecting != 0 && h.policy.Load().inject.hits(h.gate.entries.Add(1)) {
		return entryInject
	}
	return entryPlain
}

// probe makes the caller the one that tries the script again.
func (g *gate) probe() bool {
	for {
		w := g.word.Load()
		if w&gateHalfOpen == 0 {
			return false
		}
		if g.word.CompareAndSwap(w, w&^gateBreaker|gateProbing) {
			return true
		}
	}
}

// errInjected is what an entry raises that option fault-injection has chosen.
func errInjected(file string) error {
	return &engine.Error{Kind: engine.KindException, Type: "InjectedFault", Msg: "this entry raises because of option fault-injection", File: file}
}

// past lets a request by, as if the translator was not there.
func (h *host) past(f *xlator.Frame, a *fops.Args) {
	if len(h.children) > 0 {
		f.Tail(a)
		return
	}
	f.Fail(syscall.EIO)
}

// fault notes a fault and does what the policy says of those to come. probe is
// set if it was the request that tried a script again.
func (h *host) fault(err error, method string, probe bool) {
	h.errors.Add(1)
	p := h.policy.Load()
	now, traceback := h.env.now(), render(err)
	g := &h.gate
	g.mu.Lock()
	defer g.mu.Unlock()
	g.last = fault{traceback, method, now}
	if p.onError == "disable" && g.word.Or(gateDisabled)&gateDisabled == 0 {
		h.log.Error("the translator is taken out of the path, as option on-error says: a reload puts it back", "method", method, "traceback", traceback)
	}
	if p.faults == 0 {
		return
	}
	if len(g.recent) != p.faults {
		g.recent, g.next = make([]time.Time, p.faults), 0
	}
	g.recent[g.next] = now
	g.next = (g.next + 1) % p.faults
	oldest := g.recent[g.next]
	switch w := g.word.Load(); {
	case probe:
	case w&gateBreaker != 0, oldest.IsZero(), now.Sub(oldest) > p.window:
		return
	}
	clear(g.recent)
	g.turn(gateOpen)
	g.trips++
	if g.stop != nil {
		g.stop()
	}
	g.stop = h.env.afterFunc(p.pause, g.halfOpen)
	why := "too many faults: the translator is passed by"
	if probe {
		why = "the fault is still there: the translator is passed by again"
	}
	h.log.Error(why, "faults", p.faults, "window", p.window, "tried-again-in", p.pause, "method", method, "traceback", traceback)
}

// halfOpen has the next request try the script again. The bits of the breaker
// are changed with mu held, but for what probe does.
func (g *gate) halfOpen() {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.word.Load()&gateOpen != 0 {
		g.turn(gateHalfOpen)
	}
}

// turn sets the state of the breaker.
func (g *gate) turn(state uint32) {
	for {
		w := g.word.Load()
		if g.word.CompareAndSwap(w, w&^gateBreaker|state) {
			return
		}
	}
}

// mended closes the breaker: the request that tried the script again has ended
// well.
func (h *host) mended() {
	g := &h.gate
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.word.Load()&gateProbing != 0 {
		g.turn(0)
		clear(g.recent)
		h.log.Warn("the translator works again", "passed-by", g.passed.Load())
	}
}

// reset puts the translator back into the path. It reports whether it was out.
func (g *gate) reset() bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.stop != nil {
		g.stop()
		g.stop = nil
	}
	clear(g.recent)
	return g.word.And(^uint32(gateBreaker|gateDisabled))&(gateBreaker|gateDisabled) != 0
}

// state is a word for statedumps.
func (g *gate) state() string {
	switch w := g.word.Load(); {
	case w&gateDisabled != 0:
		return "disabled"
	case w&gateProbing != 0:
		return "probing"
	case w&gateHalfOpen != 0:
		return "half-open"
	case w&gateOpen != 0:
		return "passed-by"
	}
	return "active"
}

// dump adds the gate to a statedump.
func (g *gate) dump(add func(key string, value any)) {
	g.mu.Lock()
	last, trips := g.last, g.trips
	g.mu.Unlock()
	add("state", g.state())
	add("passed-by", g.passed.Load())
	add("breaker-trips", trips)
	if last.traceback != "" {
		add("last-fault", last.at.Format(time.RFC3339))
		add("last-fault.method", last.method)
		for i, line := range strings.Split(strings.TrimRight(last.traceback, "\n"), "\n") {
			add("last-fault.traceback."+strconv.Itoa(i+1), line)
		}
	}
}

// maxRendered bounds a traceback in the log: an exception can carry a message
// of any size.
const maxRendered = 8 << 10

// render is the traceback of a script's error, or the error itself.
func render(err error) string {
	var e *engine.Error
	if errors.As(err, &e) {
		return shorten(e.Render(), maxRendered)
	}
	return shorten(err.Error(), maxRendered)
}

// shorten leaves the middle of a text out if it is longer than most.
func shorten(s string, most int) string {
	if len(s) <= most {
		return s
	}
	half := most / 2
	return strings.ToValidUTF8(s[:half], "") + fmt.Sprintf("\n[… %d bytes …]\n", len(s)-2*half) + strings.ToValidUTF8(s[len(s)-half:], "")
}
