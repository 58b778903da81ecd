//go:build race

package xlatortest

// Race is set under the race detector, where counting allocations makes no
// sense and misuse of frames shows.
const Race = true
