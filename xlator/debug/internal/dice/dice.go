// Package dice decides by chance, repeatably, which requests a fault injector
// strikes.
package dice

import (
	"math/rand/v2"
	"sync/atomic"
)

// Dice is a sequence of random numbers, the same for the same seed. It takes
// no lock: with several goroutines the sequence stays the same, and only who
// gets which number differs.
type Dice struct {
	seed uint64
	n    atomic.Uint64
}

// New returns dice for a seed; with seed 0 each is different.
func New(seed uint64) *Dice {
	if seed == 0 {
		seed = rand.Uint64()
	}
	return &Dice{seed: seed}
}

// Next returns the next number (splitmix64 of the position).
func (d *Dice) Next() uint64 {
	x := d.seed + d.n.Add(1)*0x9e3779b97f4a7c15
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// Hit reports true for that share of all calls, in percent.
func (d *Dice) Hit(percent float64) bool {
	// 53 bits are what a float64 holds exactly.
	return percent > 0 && float64(d.Next()>>11)/(1<<53) < percent/100
}

// An Evenly strikes a share of all calls at equal distances.
type Evenly struct{ n atomic.Uint64 }

// Hit reports true for that share of all calls, in percent: at 25 for each
// fourth.
func (e *Evenly) Hit(percent float64) bool {
	n := e.n.Add(1)
	return uint64(float64(n)*percent/100) > uint64(float64(n-1)*percent/100)
}
