package engine

import (
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/go-python/gpython/py"
	"github.com/go-python/gpython/vm"
)

// guardType is the Python type of the objects behind the inserted checks.
var guardType = py.NewType("engine.guard", "internal")

// refillSteps is the number of checks between two looks at clock and budget.
const refillSteps = 64

// guard holds the budget of the entry in progress. It belongs to one context and
// is used under the lane lock, except for the atomic stop.
type guard struct {
	fuel  int // checks left until the slow path
	calls int // function entries left until the stack is measured

	level    int   // nesting of entries from Go
	steps    int64 // steps left in this entry, beyond fuel
	deadline time.Time
	started  bool // deadline is set
	dead     *py.Exception
	deadKind Kind
	pending  error // what the last FOR_ITER swallowed
	stop     atomic.Pointer[string]

	stepLimit int64
	timeLimit time.Duration
	depth     int
}

// entryCheck and loopCheck are the two views of a guard that byte code sees.
type (
	entryCheck   struct{ g *guard }
	loopCheck    struct{ g *guard }
	pendingCheck struct {
		g    *guard
		line int32 // of the loop
	}
)

// Type implements py.Object.
func (entryCheck) Type() *py.Type { return guardType }

// Type implements py.Object.
func (loopCheck) Type() *py.Type { return guardType }

// Type implements py.Object.
func (pendingCheck) Type() *py.Type { return guardType }

// M__bool__ runs at function entry.
func (c entryCheck) M__bool__() (py.Object, error) {
	g := c.g
	g.fuel--
	g.calls--
	if g.fuel >= 0 && g.calls >= 0 {
		return py.True, nil
	}
	return g.slow()
}

// M__bool__ runs at the head of a loop.
func (c loopCheck) M__bool__() (py.Object, error) {
	g := c.g
	g.fuel--
	if g.fuel >= 0 {
		return py.True, nil
	}
	return g.slow()
}

// M__bool__ runs where FOR_ITER goes at the end of a loop.
func (c pendingCheck) M__bool__() (py.Object, error) {
	if err := c.g.pending; err != nil {
		c.g.pending = nil
		return nil, err
	}
	return py.True, nil
}

// enter opens an entry from Go. Only the outermost one resets the budget, so a
// builtin that calls back into the script stays within its caller's.
func (g *guard) enter() {
	g.level++
	if g.level > 1 {
		return
	}
	g.calls = g.depth
	g.started = false
	g.dead = nil
	g.pending = nil
	g.steps = g.stepLimit
	g.refill()
}

func (g *guard) refill() {
	n := int64(refillSteps)
	if g.stepLimit > 0 {
		if n > g.steps {
			n = g.steps
		}
		g.steps -= n
	}
	g.fuel = int(n)
}

// step is one check from a Go loop: an iterator that runs no Python code.
func (g *guard) step() error {
	g.fuel--
	if g.fuel >= 0 {
		return nil
	}
	_, err := g.slow()
	return err
}

// slow is the part of a check that runs every refillSteps steps, or when as many
// calls were made as the nesting limit allowed at the last measurement.
func (g *guard) slow() (py.Object, error) {
	if g.dead != nil {
		g.fuel = -1
		return nil, g.dead
	}
	if g.fuel < 0 {
		// The step that found the tank empty is paid from the next filling.
		if g.stepLimit > 0 && g.steps <= 0 {
			return nil, g.die(KindSteps, py.RuntimeError, "script exceeded its budget of %d steps", g.stepLimit)
		}
		g.refill()
		g.fuel--
		if err := g.clock(); err != nil {
			return nil, err
		}
	}
	if g.calls < 0 {
		d := pythonDepth()
		// Measuring costs about as much as the calls measured: it is paid for, so
		// that a script cannot hover at the limit for ever.
		g.fuel -= d
		if g.stepLimit > 0 && g.fuel < 0 {
			g.steps += int64(g.fuel)
			g.fuel = 0
		}
		if d > g.depth {
			// Not final: the caller may catch it and go on, as in CPython.
			g.calls = 0
			return nil, py.ExceptionNewf(RecursionError, "maximum recursion depth exceeded (%d nested calls)", g.depth)
		}
		g.calls = g.depth - d
	}
	return py.True, nil
}

// clock checks wall clock and Interrupt.
func (g *guard) clock() error {
	if why := g.stop.Load(); why != nil {
		return g.die(KindInterrupted, py.KeyboardInterrupt, "%s", *why)
	}
	if g.timeLimit <= 0 {
		return nil
	}
	now := time.Now()
	if !g.started {
		// Set at the first refill instead of at entry: a short call never reads
		// the clock.
		g.started = true
		g.deadline = now.Add(g.timeLimit)
		return nil
	}
	if now.After(g.deadline) {
		return g.die(KindTime, py.TimeoutError, "script exceeded its time limit of %v", g.timeLimit)
	}
	return nil
}

// die ends the entry: every later check raises the same exception again.
func (g *guard) die(kind Kind, typ *py.Type, format string, a ...any) error {
	g.dead = py.ExceptionNewf(typ, format, a...)
	g.deadKind = kind
	g.fuel = -1
	return g.dead
}

// remaining returns how much wall clock the entry has left, for builtins that
// block (time.sleep). The bool is false without a limit.
func (g *guard) remaining() (time.Duration, bool) {
	if g.timeLimit <= 0 {
		return 0, false
	}
	if !g.started {
		g.started = true
		g.deadline = time.Now().Add(g.timeLimit)
	}
	return time.Until(g.deadline), true
}

// maxDepth bounds Options.RecursionLimit: at about 4 KB of Go stack per nested
// call this stays below a tenth of Go's limit.
const maxDepth = 20000

// stackPool has buffers for pythonDepth; one Python call takes 7 to 12 Go frames.
var stackPool = sync.Pool{New: func() any { s := make([]uintptr, 16<<10); return &s }}

// pythonDepth counts the vm.RunFrame activations on the calling goroutine.
func pythonDepth() int {
	bp := stackPool.Get().(*[]uintptr)
	defer stackPool.Put(bp)
	n := runtime.Callers(2, *bp)
	for n == len(*bp) && n < 16*maxDepth {
		*bp = make([]uintptr, 4*n)
		n = runtime.Callers(2, *bp)
	}
	ret := runFrameReturn()
	if ret == 0 {
		return n / 7
	}
	d := 0
	for _, pc := range (*bp)[:n] {
		if pc == ret {
			d++
		}
	}
	return d
}

// depthProbe learns the return address inside vm.RunFrame.
type depthProbe struct{ pc uintptr }

// Type implements py.Object.
func (*depthProbe) Type() *py.Type { return guardType }

// M__bool__ finds vm.RunFrame's frame on the stack above it.
func (p *depthProbe) M__bool__() (py.Object, error) {
	var buf [32]uintptr
	for _, pc := range buf[:runtime.Callers(1, buf[:])] {
		if f := runtime.FuncForPC(pc - 1); f != nil && strings.HasSuffix(f.Name(), "gpython/vm.RunFrame") {
			p.pc = pc
			break
		}
	}
	return py.True, nil
}

// runFrameReturn returns the address to which the one call of the jump table in
// vm.RunFrame returns. Counting it on the stack counts nested Python calls
// whatever way led to them, without a counter that exceptions, generators and
// panics would have to keep in step. Zero if it cannot be found.
var runFrameReturn = sync.OnceValue(func() uintptr {
	p := &depthProbe{}
	code := &py.Code{
		Code:   string([]byte{byte(vm.LOAD_CONST), 0, 0, byte(vm.UNARY_NOT), byte(vm.RETURN_VALUE)}),
		Consts: py.Tuple{p},
	}
	if _, err := vm.RunFrame(&py.Frame{Code: code, Stack: make([]py.Object, 0, 2)}); err != nil {
		return 0
	}
	return p.pc
})

// sleep waits for d, no longer than the entry's time limit and Interrupt allow.
func (g *guard) sleep(d time.Duration) error {
	end := time.Now().Add(d)
	for {
		if g.dead != nil {
			return g.dead
		}
		left := time.Until(end)
		if left <= 0 {
			return nil
		}
		if rest, ok := g.remaining(); ok && rest < left {
			left = max(rest, 0) + time.Millisecond
		}
		// In slices, for Interrupt.
		time.Sleep(min(left, 20*time.Millisecond))
		if err := g.clock(); err != nil {
			return err
		}
	}
}
