package xlator

import (
	"math/bits"
	"sync/atomic"
	"syscall"
	"time"

	"github.com/windlassfs/windlass/fops"
)

// A Measure says what a graph counts.
type Measure int32

const (
	// MeasureOff counts nothing and costs nothing.
	MeasureOff Measure = iota
	// MeasureCounts counts calls and errors.
	MeasureCounts
	// MeasureLatency takes the time of each call too.
	MeasureLatency
)

// SetMeasure switches what is counted, for all translators, at once and while
// the graph serves. Counts go on from where they were.
func (g *Graph) SetMeasure(m Measure) { g.level.Store(int32(m)); g.measure.Store(m == MeasureLatency) }

// A Histogram counts durations in buckets of 1/16 of a power of two, so a
// percentile is within 7 % of the truth. The zero Histogram is empty. All
// methods may be called from any goroutine; one that reads while others add
// sees some state in between.
type Histogram struct {
	count, sum atomic.Int64
	min, max   atomic.Int64 // min is kept as value+1, so that zero means none
	buckets    [histBuckets]atomic.Int64
}

const (
	histSub     = 16
	histBuckets = 40 * histSub
)

// Add counts one duration.
func (h *Histogram) Add(d time.Duration) {
	n := max(int64(d), 0)
	h.count.Add(1)
	h.sum.Add(n)
	for old := h.min.Load(); (old == 0 || n+1 < old) && !h.min.CompareAndSwap(old, n+1); old = h.min.Load() {
	}
	for old := h.max.Load(); n > old && !h.max.CompareAndSwap(old, n); old = h.max.Load() {
	}
	h.buckets[bucketOf(n)].Add(1)
}

func bucketOf(n int64) int {
	if n < histSub {
		return int(n)
	}
	exp := bits.Len64(uint64(n)) - 5 // n>>exp is 16…31
	return min((exp+1)*histSub+int(n>>exp)-histSub, histBuckets-1)
}

// bucketTop is the largest value that falls into a bucket.
func bucketTop(i int) int64 {
	if i < histSub {
		return int64(i)
	}
	exp := i/histSub - 1
	return (int64(i%histSub)+histSub+1)<<exp - 1
}

// Count returns how many durations were added.
func (h *Histogram) Count() int64 { return h.count.Load() }

// Min, Max and Mean return what they say; zero if nothing was added.
func (h *Histogram) Min() time.Duration { return time.Duration(max(h.min.Load()-1, 0)) }

// Max returns the longest duration.
func (h *Histogram) Max() time.Duration { return time.Duration(h.max.Load()) }

// Mean returns the arithmetic mean.
func (h *Histogram) Mean() time.Duration {
	n := h.count.Load()
	if n == 0 {
		return 0
	}
	return time.Duration(h.sum.Load() / n)
}

// Quantile returns the duration that a share q of all does not exceed, 0.99
// for the 99th percentile.
func (h *Histogram) Quantile(q float64) time.Duration {
	n := h.count.Load()
	if n == 0 {
		return 0
	}
	want, seen := int64(q*float64(n)+0.5), int64(0)
	for i := range h.buckets {
		if seen += h.buckets[i].Load(); seen >= max(want, 1) {
			return time.Duration(min(bucketTop(i), h.max.Load()))
		}
	}
	return h.Max()
}

// Reset empties the histogram.
func (h *Histogram) Reset() {
	h.count.Store(0)
	h.sum.Store(0)
	h.min.Store(0)
	h.max.Store(0)
	for i := range h.buckets {
		h.buckets[i].Store(0)
	}
}

// An OpStats is what one translator did with one fop. Count is how often it
// answered, Errors how often with a failure.
type OpStats struct {
	Count, Errors atomic.Int64
	Latency       Histogram
}

type nodeStats [fops.NumOps]atomic.Pointer[OpStats]

// Stats returns what was counted for op, nil if the translator never answered
// one while counting was on. A fop that passes the translator by is not
// counted.
func (n *Node) Stats(op fops.Op) *OpStats { return n.stats[op].Load() }

func (n *Node) counting() bool { return n.graph.level.Load() != int32(MeasureOff) }

// record counts an answer.
func (n *Node) record(f *Frame, r *fops.Reply) {
	op := f.Op()
	s := n.stats[op].Load()
	if s == nil {
		n.stats[op].CompareAndSwap(nil, new(OpStats))
		s = n.stats[op].Load()
	}
	s.Count.Add(1)
	if r.Failed() && r.OpErrno != syscall.Errno(0) {
		s.Errors.Add(1)
	}
	if f.began != 0 {
		s.Latency.Add(time.Duration(nanotime() - f.began))
	}
}
