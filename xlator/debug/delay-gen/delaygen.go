// Package delaygen is debug/delay-gen: it holds back a share of the fops for a
// while, to show what a slow disk or network does to a program.
//
//	volume delay
//	    type debug/delay-gen
//	    option delay-percentage 10
//	    option delay-duration 100ms
//	    option enable lookup,readv
//	    subvolumes store
//	end-volume
//
// # Options
//
//	delay-percentage  share of the fops that are held back (Percent, 10)
//	delay-duration    for how long (Time, 100 ms; a bare number is seconds)
//	enable            which fops (Ops, all)
//	seed              makes the choice repeatable (Int, 0: it is not)
//
// GlusterFS counts delay-duration in microseconds: write 100000us there, or
// 100ms.
//
// A fop is held back on its way down. If its caller gets a signal meanwhile
// it is answered EINTR and not carried out; if the graph ends, ENOTCONN. A
// fop that is not held back passes by as if the layer was not there.
package delaygen

import (
	"sync"
	"sync/atomic"
	"syscall"
	"time"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/xlator"
	"github.com/windlassfs/windlass/xlator/debug/internal/dice"
)

// Type is debug/delay-gen.
var Type = &xlator.Type{
	Name:    "debug/delay-gen",
	Summary: "Hold back a share of the fops for a while.",
	Options: []xlator.Option{
		{Key: "delay-percentage", Type: xlator.Percent, Default: "10", Doc: "Share of the fops that are held back."},
		{Key: "delay-duration", Type: xlator.Time, Default: "100ms", Doc: "For how long; a bare number counts seconds (in GlusterFS microseconds)."},
		{Key: "enable", Type: xlator.Ops, Default: "all", Doc: "Which fops are held back."},
		{Key: "seed", Type: xlator.Int, Default: "0", Doc: "Makes the choice repeatable; 0 chooses anew each time."},
	},
	MinChildren: 1, MaxChildren: 1,
	New: func(this *xlator.Node) (any, error) {
		o := this.Options
		return &delayGen{
			percent: o.Float("delay-percentage"), duration: o.Duration("delay-duration"),
			ops: o.Ops("enable"), dice: dice.New(uint64(o.Int("seed"))),
			stop: make(chan struct{}),
		}, nil
	},
}

type delayGen struct {
	percent  float64
	duration time.Duration
	ops      []fops.Op
	dice     *dice.Dice

	stop    chan struct{} // closed by Fini
	stopped sync.Once
	waiting sync.WaitGroup

	delayed, interrupted atomic.Int64
}

// Bind implements xlator.Binder.
func (d *delayGen) Bind(b *xlator.Bindings) {
	if d.percent == 0 || d.duration == 0 {
		return
	}
	for _, op := range d.ops {
		b.Fop[op] = d.fop
	}
}

func (d *delayGen) fop(f *xlator.Frame, a *fops.Args) {
	if !d.dice.Hit(d.percent) {
		f.Tail(a)
		return
	}
	d.delayed.Add(1)
	f.Hold()
	d.waiting.Add(1)
	// The goroutine of the kernel's request is not the one to wait here: with
	// a Hold the frame stays open without it. A goroutine and not only a timer,
	// because the caller may be interrupted meanwhile.
	go d.wait(f, a)
}

func (d *delayGen) wait(f *xlator.Frame, a *fops.Args) {
	defer d.waiting.Done()
	defer f.Drop()
	t := time.NewTimer(d.duration)
	defer t.Stop()
	select {
	case <-t.C:
		f.Wind(0, a, nil)
	case <-f.Done():
		d.interrupted.Add(1)
		f.Fail(syscall.EINTR)
	case <-d.stop:
		// The inodes have been forgotten: nothing below can serve it now.
		f.Fail(syscall.ENOTCONN)
	}
}

// Fini implements xlator.Finier: it answers what is still held back.
func (d *delayGen) Fini() {
	d.stopped.Do(func() { close(d.stop) })
	d.waiting.Wait()
}

// Dump implements xlator.Dumper.
func (d *delayGen) Dump(add func(key string, value any)) {
	add("delayed", d.delayed.Load())
	add("interrupted", d.interrupted.Load())
}
