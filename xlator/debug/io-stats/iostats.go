// Package iostats is debug/io-stats: it counts what goes through a place in
// the graph: each fop, its errors and its latency, the bytes that are read and
// written, and the sizes in which.
//
//	volume io-stats
//	    type debug/io-stats
//	    option latency-measurement on
//	    option ios-dump-file /run/windlass/io-stats.json
//	    option ios-dump-format json
//	    option ios-dump-interval 10
//	    subvolumes store
//	end-volume
//
// # Options
//
//	count-fop-hits       count fops and errors (Bool, on; in GlusterFS off)
//	latency-measurement  time them too (Bool, off)
//	ios-dump-file        where to write the counts to (Path, nowhere)
//	ios-dump-interval    how often (Time, 0: only at the end)
//	ios-dump-format      text or json (text)
//
// The counts are in statedumps in any case. The file is replaced as a whole
// each time, so that who reads it never sees half of it. Counts are never
// reset: to measure an interval, take the difference.
//
// With both measurements off only reads and writes pass this layer. Nothing
// is locked or allocated per fop.
package iostats

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"math/bits"
	"os"
	"path/filepath"
	"strconv"
	"sync"
	"sync/atomic"
	"time"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/xlator"
)

// Type is debug/io-stats.
var Type = &xlator.Type{
	Name:    "debug/io-stats",
	Summary: "Count fops, errors, latencies and bytes.",
	Options: []xlator.Option{
		{Key: "count-fop-hits", Type: xlator.Bool, Default: "on", Doc: "Count each fop and its errors."},
		{Key: "latency-measurement", Type: xlator.Bool, Default: "off", Doc: "Take the time of each fop; counts it too."},
		{Key: "ios-dump-file", Type: xlator.Path, Doc: "The file that the counts are written to, at the end and at each interval."},
		{Key: "ios-dump-interval", Type: xlator.Time, Default: "0", Doc: "How often the file is written; 0 for only at the end."},
		{Key: "ios-dump-format", Type: xlator.Enum, Default: "text", Values: []string{"text", "json"}, Doc: "What the file looks like: the lines of a statedump, or one JSON object."},
	},
	MinChildren: 1, MaxChildren: 1,
	New: newStats,
}

type stats struct {
	node     *xlator.Node
	count    bool
	latency  bool
	file     string
	interval time.Duration
	format   string
	began    time.Time

	ops         [fops.NumOps]op
	read, write data
	timers      sync.Pool // of *time.Time, when a fop was wound

	stop chan struct{}
	done sync.WaitGroup
}

type op struct {
	count, errors atomic.Int64
	// latency is made with the first use: it is 5 KiB.
	latency atomic.Pointer[xlator.Histogram]
}

// data is what was transferred one way. Bucket n counts blocks of 2^(n-1) and
// more bytes, but less than 2^n; bucket 0 the empty ones.
type data struct {
	bytes, ops atomic.Int64
	blocks     [buckets]atomic.Int64
}

const buckets = 34

func (d *data) add(n int64) {
	d.bytes.Add(n)
	d.ops.Add(1)
	d.blocks[min(bits.Len64(uint64(n)), buckets-1)].Add(1)
}

func newStats(this *xlator.Node) (any, error) {
	o := this.Options
	s := &stats{
		node: this, began: time.Now(),
		count: o.Bool("count-fop-hits"), latency: o.Bool("latency-measurement"),
		file: o.Text("ios-dump-file"), interval: o.Duration("ios-dump-interval"), format: o.Text("ios-dump-format"),
	}
	s.timers.New = func() any { return new(time.Time) }
	if at, given := o.Given("ios-dump-interval"); given && s.interval > 0 && s.file == "" {
		var ps xlator.Problems
		ps.Add(at.Pos, "add a line: option ios-dump-file FILE", "volume %q: ios-dump-interval without ios-dump-file", this.Name)
		return nil, ps
	}
	return s, nil
}

// Bind implements xlator.Binder.
func (s *stats) Bind(b *xlator.Bindings) {
	for op := range fops.Op(fops.NumOps) {
		transfers := op == fops.OpReadv || op == fops.OpWritev
		switch {
		case s.latency:
			b.Fop[op], b.Cbk[op] = s.timed, s.timedCbk
		case s.count || transfers:
			b.Cbk[op] = s.cbk
		}
	}
}

func (s *stats) timed(f *xlator.Frame, a *fops.Args) {
	t := s.timers.Get().(*time.Time)
	f.Local = t
	*t = time.Now()
	f.Wind(0, a, nil)
}

func (s *stats) timedCbk(f *xlator.Frame, cookie any, r *fops.Reply) {
	t := f.Local.(*time.Time)
	f.Local = nil
	took := time.Since(*t)
	s.timers.Put(t)
	o := &s.ops[f.Op()]
	h := o.latency.Load()
	if h == nil {
		o.latency.CompareAndSwap(nil, new(xlator.Histogram))
		h = o.latency.Load()
	}
	h.Add(took)
	s.cbk(f, cookie, r)
}

func (s *stats) cbk(f *xlator.Frame, _ any, r *fops.Reply) {
	op := f.Op()
	if s.count || s.latency {
		o := &s.ops[op]
		o.count.Add(1)
		if r.Failed() {
			o.errors.Add(1)
		}
	}
	switch {
	case r.Failed():
	case op == fops.OpReadv:
		s.read.add(r.OpRet)
	case op == fops.OpWritev:
		s.write.add(r.OpRet)
	}
	f.Unwind(r)
}

// A Snapshot is the state of the counts at one moment. Those of a fop that is
// just being answered may be one apart from each other.
type Snapshot struct {
	// Volume is the volume's name.
	Volume string `json:"volume"`
	// Seconds is how long has been counted.
	Seconds float64 `json:"seconds"`
	// Read and Write are what readv and writev have transferred.
	Read  Data `json:"read"`
	Write Data `json:"write"`
	// Fops has what was counted of each fop that occurred.
	Fops map[string]Fop `json:"fops"`
}

// Data is what was transferred one way.
type Data struct {
	Bytes int64 `json:"bytes"`
	Count int64 `json:"count"`
	// Blocks counts transfers by size: under 4096 those of 4096 to 8191 bytes.
	Blocks map[int64]int64 `json:"blocks"`
}

// Fop is what was counted of one fop. Latency is nil if it was not measured.
type Fop struct {
	Count   int64    `json:"count"`
	Errors  int64    `json:"errors"`
	Latency *Latency `json:"latency_ns,omitempty"`
}

// Latency is a distribution in nanoseconds.
type Latency struct {
	Min  time.Duration `json:"min"`
	Mean time.Duration `json:"mean"`
	P50  time.Duration `json:"p50"`
	P90  time.Duration `json:"p90"`
	P99  time.Duration `json:"p99"`
	Max  time.Duration `json:"max"`
}

// snapshot may be called at any time.
func (s *stats) snapshot() *Snapshot {
	out := &Snapshot{Volume: s.node.Name, Seconds: time.Since(s.began).Seconds(), Read: s.read.snapshot(), Write: s.write.snapshot(), Fops: make(map[string]Fop)}
	for i := range s.ops {
		o := &s.ops[i]
		n := o.count.Load()
		if n == 0 {
			continue
		}
		f := Fop{Count: n, Errors: o.errors.Load()}
		if h := o.latency.Load(); h != nil {
			f.Latency = &Latency{h.Min(), h.Mean(), h.Quantile(.5), h.Quantile(.9), h.Quantile(.99), h.Max()}
		}
		out.Fops[fops.Op(i).String()] = f
	}
	return out
}

func (d *data) snapshot() Data {
	out := Data{Bytes: d.bytes.Load(), Count: d.ops.Load(), Blocks: make(map[int64]int64)}
	for i := range d.blocks {
		if n := d.blocks[i].Load(); n > 0 {
			out.Blocks[blockSize(i)] = n
		}
	}
	return out
}

// blockSize is the least size that bucket i counts.
func blockSize(i int) int64 {
	if i == 0 {
		return 0
	}
	return 1 << (i - 1)
}

// Dump implements xlator.Dumper.
func (s *stats) Dump(add func(key string, value any)) {
	snap := s.snapshot()
	for _, d := range []struct {
		name string
		Data
	}{{"read", snap.Read}, {"write", snap.Write}} {
		add(d.name+".bytes", d.Bytes)
		add(d.name+".count", d.Count)
		for i := range buckets {
			if n := d.Blocks[blockSize(i)]; n > 0 {
				add(d.name+".block."+strconv.FormatInt(blockSize(i), 10), n)
			}
		}
	}
	for _, name := range fops.Names() {
		f, ok := snap.Fops[name]
		if !ok {
			continue
		}
		v := fmt.Sprintf("count:%d,errors:%d", f.Count, f.Errors)
		if l := f.Latency; l != nil {
			v += fmt.Sprintf(",min:%v,mean:%v,p50:%v,p90:%v,p99:%v,max:%v", l.Min, l.Mean, l.P50, l.P90, l.P99, l.Max)
		}
		// "fop." is what the graph itself counts in the same section.
		add("io-stats."+name, v)
	}
}

// Init implements xlator.Initer. It writes the file once, so that a path that
// cannot be written to is found before the mount is up.
func (s *stats) Init() error {
	if s.file == "" {
		return nil
	}
	if err := s.writeFile(); err != nil {
		return err
	}
	if s.interval > 0 {
		s.stop = make(chan struct{})
		s.done.Go(s.writeOften)
	}
	return nil
}

func (s *stats) writeOften() {
	t := time.NewTicker(s.interval)
	defer t.Stop()
	for failed := false; ; {
		select {
		case <-t.C:
		case <-s.stop:
			return
		}
		err := s.writeFile()
		if err != nil && !failed {
			s.node.Log.Error("the statistics cannot be written", "error", err)
		}
		failed = err != nil
	}
}

// Fini implements xlator.Finier.
func (s *stats) Fini() {
	if s.stop != nil {
		close(s.stop)
		s.done.Wait()
		s.stop = nil
	}
	if s.file == "" {
		return
	}
	if err := s.writeFile(); err != nil {
		s.node.Log.Error("the statistics cannot be written", "error", err)
	}
}

// writeFile replaces the file.
func (s *stats) writeFile() (err error) {
	f, err := os.CreateTemp(filepath.Dir(s.file), "."+filepath.Base(s.file)+".*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = os.Remove(f.Name())
		}
	}()
	err = s.writeTo(f)
	if err == nil {
		err = f.Chmod(0o644) // counts are no secret, and who collects them is another user
	}
	if cerr := f.Close(); err == nil {
		err = cerr
	}
	if err == nil {
		err = os.Rename(f.Name(), s.file)
	}
	return err
}

func (s *stats) writeTo(w io.Writer) error {
	if s.format == "json" {
		e := json.NewEncoder(w)
		e.SetIndent("", "  ")
		return e.Encode(s.snapshot())
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, "volume=%s\nseconds=%.3f\n", s.node.Name, time.Since(s.began).Seconds())
	s.Dump(func(key string, value any) { fmt.Fprintf(&b, "%s=%v\n", key, value) })
	_, err := w.Write(b.Bytes())
	return err
}
