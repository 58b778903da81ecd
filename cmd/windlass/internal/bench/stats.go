package bench

import (
	"math"
	"slices"
)

// Stats are the measurements of one round, or of a whole cell: then Ops, WallNS,
// MinNS and MaxNS are those of all rounds together and the others medians over
// the rounds. MinNS <= P50NS <= P90NS <= P99NS <= MaxNS always holds.
//
// Latencies include the harness's own cost (Report.OverheadNS). Percentiles
// have three significant digits.
type Stats struct {
	Ops       int64   `json:"ops"`                // Operations, all threads together.
	WallNS    int64   `json:"wall_ns"`            // Time in the timed sections, as the clock on the wall has it.
	OpsPerSec float64 `json:"ops_per_s"`          // All threads together.
	MBPerSec  float64 `json:"mb_per_s,omitempty"` // 10^6 bytes per second; 0 for metadata.
	MinNS     int64   `json:"min_ns"`
	MeanNS    float64 `json:"mean_ns"`
	P50NS     int64   `json:"p50_ns"`
	P90NS     int64   `json:"p90_ns"`
	P99NS     int64   `json:"p99_ns"`
	MaxNS     int64   `json:"max_ns"`
}

// A Spread is a median with the interval of Report.Confidence around it.
type Spread struct {
	Median float64 `json:"median"`
	Low    float64 `json:"low"`
	High   float64 `json:"high"`
}

// A Verdict says in words what a Ratio means.
type Verdict string

// The verdicts, by the latency's interval: wholly below 1, wholly above 1,
// including 1, and no interval for want of rounds.
const (
	Faster      Verdict = "faster"
	Slower      Verdict = "slower"
	WithinNoise Verdict = "within noise"
	OneRound    Verdict = "one round"
)

// A Ratio compares a contender with the first one. Each round gives one ratio;
// the spread is over the rounds.
type Ratio struct {
	P50     Spread  `json:"p50"`     // Of the median latencies: 2 is half as fast.
	Rate    Spread  `json:"rate"`    // Of the operations per second: 2 is twice as fast.
	Verdict Verdict `json:"verdict"` // By P50.
}

// median returns the middle of v, which it leaves alone; 0 if v is empty.
func median(v []float64) float64 {
	if len(v) == 0 {
		return 0
	}
	s := slices.Sorted(slices.Values(v))
	m := len(s) / 2
	if len(s)%2 == 1 {
		return s[m]
	}
	return (s[m-1] + s[m]) / 2
}

// coverage is the probability that the median lies between the k-th smallest
// and the k-th largest (from 0) of n independent samples of any continuous
// distribution.
func coverage(n, k int) float64 {
	p, tail := math.Pow(0.5, float64(n)), 0.0
	for i := 0; i <= k; i++ {
		tail += p
		p *= float64(n-i) / float64(i+1)
	}
	return 1 - 2*tail
}

// trim returns how many samples at each end an interval for the median of n
// may leave out and still have 95% confidence; 0 also if none has.
func trim(n int) int {
	k := 0
	for k+1 < n/2 && coverage(n, k+1) >= 0.95 {
		k++
	}
	return k
}

// confidence is that of the intervals from n rounds.
func confidence(n int) float64 { return max(0, coverage(n, trim(n))) }

// spread sums up v, which is not empty.
func spread(v []float64) Spread {
	s := slices.Sorted(slices.Values(v))
	k := trim(len(s))
	return Spread{Median: median(s), Low: s[k], High: s[len(s)-1-k]}
}

// summarise makes one Stats of all rounds. There is at least one. Medians of
// ordered values are ordered, so the percentiles stay monotonic.
func summarise(rounds []Stats) Stats {
	over := func(f func(Stats) float64) float64 {
		v := make([]float64, len(rounds))
		for i, r := range rounds {
			v[i] = f(r)
		}
		return median(v)
	}
	s := Stats{
		MinNS:     math.MaxInt64,
		OpsPerSec: over(func(r Stats) float64 { return r.OpsPerSec }),
		MBPerSec:  over(func(r Stats) float64 { return r.MBPerSec }),
		MeanNS:    over(func(r Stats) float64 { return r.MeanNS }),
		P50NS:     int64(over(func(r Stats) float64 { return float64(r.P50NS) })),
		P90NS:     int64(over(func(r Stats) float64 { return float64(r.P90NS) })),
		P99NS:     int64(over(func(r Stats) float64 { return float64(r.P99NS) })),
	}
	for _, r := range rounds {
		s.Ops += r.Ops
		s.WallNS += r.WallNS
		s.MinNS = min(s.MinNS, r.MinNS)
		s.MaxNS = max(s.MaxNS, r.MaxNS)
	}
	return s
}

// compare pairs the rounds of a contender with those of the first one; both
// have the same number.
func compare(rounds, base []Stats) *Ratio {
	p50 := make([]float64, len(rounds))
	rate := make([]float64, len(rounds))
	for i := range rounds {
		// A clock too coarse for an operation may say 0.
		p50[i] = float64(max(1, rounds[i].P50NS)) / float64(max(1, base[i].P50NS))
		rate[i] = rounds[i].OpsPerSec / base[i].OpsPerSec
	}
	r := &Ratio{P50: spread(p50), Rate: spread(rate)}
	switch {
	case len(rounds) == 1:
		r.Verdict = OneRound
	case r.P50.High < 1:
		r.Verdict = Faster
	case r.P50.Low > 1:
		r.Verdict = Slower
	default:
		r.Verdict = WithinNoise
	}
	return r
}
