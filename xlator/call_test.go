package xlator_test

import (
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/xlator"
)

// TestAFrameThatClosesLateHarmsNoLaterCall lets replies overtake the end of
// the goroutine that sent them: the call is ended, and used again by the next
// request, while its last frame is still being left.
func TestAFrameThatClosesLateHarmsNoLaterCall(t *testing.T) {
	late := binder(func(b *xlator.Bindings) {
		for _, op := range []fops.Op{fops.OpStat, fops.OpReadv} {
			b.Fop[op] = func(f *xlator.Frame, a *fops.Args) {
				f.Hold()
				go func() {
					f.Wind(0, a, nil)
					f.Drop()
				}()
			}
		}
	})
	g := stack(t, nil, answerStat, late, late)
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			for n := range 3000 {
				op := fops.OpStat
				if (i+n)%2 == 0 {
					op = fops.OpReadv // borrows: Do waits for the last frame
				}
				c := g.NewCall()
				r := c.Do(c.Args(op))
				if r == nil || (op == fops.OpStat && r.Buf.Size != 42) {
					t.Errorf("%s: a reply that is not this request's: %+v", op, r)
				}
				c.End()
			}
		})
	}
	wg.Wait()
	require.Zero(t, g.Bugs())
	// The last goroutines may still be leaving their frames.
	require.Eventually(t, func() bool { return len(g.Pending()) == 0 }, 10*time.Second, time.Millisecond)
}
