package scripting

import (
	"log/slog"
	"sync"
	"time"
)

// maxLine is how much of a line that a script prints or logs is kept.
const maxLine = 8 << 10

// A bucket bounds how much a script writes to the log: so many lines at once, and
// so many a second in the long run. What is left out is counted.
type bucket struct {
	off     bool
	mu      sync.Mutex
	started time.Time
	used    float64
	dropped int64
}

const (
	bucketSize = 1000
	bucketRate = 100 // lines a second
)

// say calls write unless there is too much already.
func (b *bucket) say(log *slog.Logger, write func()) {
	if b.off {
		write()
		return
	}
	now := time.Now()
	b.mu.Lock()
	b.used = max(0, b.used-now.Sub(b.started).Seconds()*bucketRate)
	b.started = now
	if b.used >= bucketSize {
		if b.dropped++; b.dropped == 1 {
			log.Warn("the script writes too much: lines are left out")
		}
		b.mu.Unlock()
		return
	}
	b.used++
	dropped := b.dropped
	b.dropped = 0
	b.mu.Unlock()
	if dropped > 0 {
		log.Warn("lines of the script were left out", "lines", dropped)
	}
	write()
}

// flush tells of what was left out at last.
func (b *bucket) flush(log *slog.Logger) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.dropped > 0 {
		log.Warn("lines of the script were left out", "lines", b.dropped)
		b.dropped = 0
	}
}
