package engine

import (
	"sync/atomic"
	"time"
)

// refillSteps is the number of steps between two looks at clock and budget.
const refillSteps = 64

// maxDepth bounds Options.RecursionLimit.
const maxDepth = 20000

// budget is what the entry in progress may still use. It is used under the lane
// lock, except for the atomic stop.
type budget struct {
	fuel  int   // steps left until the slow path
	left  int64 // steps left in this entry, beyond fuel
	depth int   // nested calls
	stack int   // Go stack in use, see maxStack

	mem int // bytes that large objects may still take in this entry

	level    int // nesting of entries from Go
	deadline time.Time
	started  bool // deadline is set
	dead     *Exc // what ended the entry
	deadKind Kind
	stop     atomic.Pointer[string]

	stepLimit int64
	timeLimit time.Duration
	maxDepth  int
}

// enter opens an entry from Go. Only the outermost one resets the budget, so a
// builtin that calls back into the script stays within its caller's.
func (b *budget) enter() {
	b.level++
	if b.level > 1 {
		return
	}
	b.depth, b.stack = 0, 0
	b.started = false
	b.dead = nil
	b.left = b.stepLimit
	b.mem = maxEntryAlloc
	b.refill()
}

// maxEntryAlloc is how much one entry may allocate in objects of more than
// largeAlloc: a loop that makes large objects ends long before its steps do.
// Small objects are bounded by the steps that it takes to make them.
const (
	maxEntryAlloc = 512 << 20
	largeAlloc    = 64 << 10
)

// charge counts a large object.
func (b *budget) charge(n int) error {
	if n < largeAlloc {
		return nil
	}
	if b.mem -= n; b.mem < 0 {
		return raise(memoryError, "script exceeded its memory budget of %d MiB", maxEntryAlloc>>20)
	}
	return nil
}

func (b *budget) refill() {
	n := int64(refillSteps)
	if b.stepLimit > 0 {
		if n > b.left {
			n = b.left
		}
		b.left -= n
	}
	b.fuel = int(n)
}

// slow is the part of a step that runs every refillSteps steps.
func (b *budget) slow() error {
	if b.dead != nil {
		b.fuel = -1
		return b.dead
	}
	for b.fuel < 0 {
		if b.stepLimit > 0 && b.left <= 0 {
			return b.die(KindSteps, runtimeError, "script exceeded its budget of %d steps", b.stepLimit)
		}
		// The steps that found the tank empty are paid from the next filling.
		owed := b.fuel
		if b.stepLimit <= 0 {
			owed = -1
		}
		b.refill()
		b.fuel += owed
	}
	return b.clock()
}

// clock checks wall clock and Interrupt.
func (b *budget) clock() error {
	if why := b.stop.Load(); why != nil {
		return b.die(KindInterrupted, keyboardInterrupt, "%s", *why)
	}
	if b.timeLimit <= 0 {
		return nil
	}
	now := time.Now()
	if !b.started {
		// Set at the first refill instead of at entry: a short call never reads
		// the clock.
		b.started = true
		b.deadline = now.Add(b.timeLimit)
		return nil
	}
	if now.After(b.deadline) {
		return b.die(KindTime, timeoutError, "script exceeded its time limit of %v", b.timeLimit)
	}
	return nil
}

// die ends the entry: every later step raises the same exception again.
func (b *budget) die(kind Kind, cls *Class, format string, a ...any) error {
	b.dead = raise(cls, format, a...)
	b.deadKind = kind
	b.fuel = -1
	return b.dead
}

// remaining returns how much wall clock the entry has left, for builtins that
// block (time.sleep). The bool is false without a limit.
func (b *budget) remaining() (time.Duration, bool) {
	if b.timeLimit <= 0 {
		return 0, false
	}
	if !b.started {
		b.started = true
		b.deadline = time.Now().Add(b.timeLimit)
	}
	return time.Until(b.deadline), true
}

// sleep waits for d, no longer than the entry's time limit and Interrupt allow.
func (b *budget) sleep(d time.Duration) error {
	end := time.Now().Add(d)
	for {
		if b.dead != nil {
			return b.dead
		}
		left := time.Until(end)
		if left <= 0 {
			return nil
		}
		if rest, ok := b.remaining(); ok && rest < left {
			left = max(rest, 0) + time.Millisecond
		}
		// In slices, for Interrupt.
		time.Sleep(min(left, 20*time.Millisecond))
		if err := b.clock(); err != nil {
			return err
		}
	}
}
