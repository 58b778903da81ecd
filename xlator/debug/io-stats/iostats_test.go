package iostats_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"sync"
	"syscall"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/xlator"
	iostats "github.com/windlassfs/windlass/xlator/debug/io-stats"
	"github.com/windlassfs/windlass/xlator/xlatortest"
)

func stack(t testing.TB, o xlatortest.Options) *xlatortest.Stack {
	return xlatortest.New(t, xlatortest.Layer{Type: iostats.Type, Options: o})
}

var all = xlatortest.Options{"latency-measurement": "on"}

func TestItPassesAllThrough(t *testing.T) {
	xlatortest.PassThrough(t, iostats.Type, nil)
	xlatortest.PassThrough(t, iostats.Type, all)
}

func TestNoAllocs(t *testing.T) {
	xlatortest.RequireNoAllocs(t, iostats.Type, nil)
	xlatortest.RequireNoAllocs(t, iostats.Type, all)
}

// work does a bit of everything.
func work(s *xlatortest.Stack) {
	fd := s.Do(fops.OpCreate, func(a *fops.Args) { a.Loc = fops.Loc{Parent: s.Root(), Name: "f"} }).Fd
	for _, n := range []int{1, 4095, 4096, 8191} {
		s.Do(fops.OpWritev, func(a *fops.Args) { a.Fd, a.Vector = fd, make([]byte, n) })
	}
	for _, off := range []int64{0, 8191} {
		s.Do(fops.OpReadv, func(a *fops.Args) { a.Fd, a.Size, a.Offset = fd, 1<<20, off })
	}
	s.Do(fops.OpLookup, func(a *fops.Args) { a.Loc = fops.Loc{Parent: s.Root(), Name: "none"} })
	s.Storage.On(fops.OpReadv, func(_ *fops.Args, r *fops.Reply) { r.Fail(syscall.EIO) })
	s.Do(fops.OpReadv, func(a *fops.Args) { a.Fd = fd })
	s.Storage.On(fops.OpReadv, nil)
}

func TestCounts(t *testing.T) {
	transfers := map[string]any{
		"write.bytes": int64(1 + 4095 + 4096 + 8191), "write.count": int64(4),
		"write.block.1": int64(1), "write.block.2048": int64(1), "write.block.4096": int64(2),
		"read.bytes": int64(8191), "read.count": int64(2), "read.block.0": int64(1), "read.block.4096": int64(1),
	}
	counts := map[string]any{
		"io-stats.create": "count:1,errors:0", "io-stats.writev": "count:4,errors:0",
		"io-stats.readv": "count:3,errors:1", "io-stats.lookup": "count:1,errors:1",
	}
	for name, tc := range map[string]struct {
		options xlatortest.Options
		want    []map[string]any
	}{
		"default":        {nil, []map[string]any{transfers, counts}},
		"only transfers": {xlatortest.Options{"count-fop-hits": "off"}, []map[string]any{transfers}},
	} {
		t.Run(name, func(t *testing.T) {
			s := stack(t, tc.options)
			work(s)
			want := map[string]any{}
			for _, m := range tc.want {
				for k, v := range m {
					want[k] = v
				}
			}
			require.Equal(t, want, s.Dump("io-stats"))
		})
	}
}

func TestOffMeansNotThere(t *testing.T) {
	s := stack(t, xlatortest.Options{"count-fop-hits": "off"})
	for op := range fops.Op(fops.NumOps) {
		_, cbk := s.Node("io-stats").Handles(op)
		require.Equal(t, op == fops.OpReadv || op == fops.OpWritev, cbk, op)
	}
}

func TestLatency(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := stack(t, all)
		var wait time.Duration
		s.Storage.Handle(fops.OpStatfs, func(f *xlator.Frame, _ *fops.Args) {
			time.Sleep(wait)
			f.Unwind(f.NewReply(fops.OpStatfs))
		})
		for _, wait = range []time.Duration{time.Second, 2 * time.Second, 3 * time.Second} {
			s.Do(fops.OpStatfs, nil)
		}
		require.Regexp(t, `^count:3,errors:0,min:1s,mean:2s,p50:2.*s,p90:3s,p99:3s,max:3s$`, s.Dump("io-stats")["io-stats.statfs"])
		s.Close()
	})
}

func TestDumpFile(t *testing.T) {
	for _, format := range []string{"text", "json"} {
		t.Run(format, func(t *testing.T) {
			dir := t.TempDir()
			name := filepath.Join(dir, "stats")
			synctest.Test(t, func(t *testing.T) {
				s := stack(t, xlatortest.Options{"ios-dump-file": name, "ios-dump-interval": "10", "ios-dump-format": format, "latency-measurement": "on"})
				check := func(seconds float64, lookups int64) {
					t.Helper()
					text, err := os.ReadFile(name)
					require.NoError(t, err)
					if format == "text" {
						require.Contains(t, string(text), "volume=io-stats\n")
						if lookups > 0 {
							require.Contains(t, string(text), "io-stats.lookup=count:1,errors:1,min:")
						}
						return
					}
					var got iostats.Snapshot
					require.NoError(t, json.Unmarshal(text, &got))
					require.Equal(t, "io-stats", got.Volume)
					require.InDelta(t, seconds, got.Seconds, .001)
					require.Equal(t, lookups, got.Fops["lookup"].Count)
					if lookups > 0 {
						require.NotNil(t, got.Fops["lookup"].Latency)
						require.Equal(t, int64(2), got.Write.Blocks[4096])
					}
				}
				check(0, 0)
				work(s)
				time.Sleep(9 * time.Second)
				synctest.Wait()
				check(0, 0)
				time.Sleep(time.Second)
				synctest.Wait()
				check(10, 1)
				time.Sleep(3 * time.Second)
				s.Close()
				check(13, 1)
			})
			list, err := os.ReadDir(dir)
			require.NoError(t, err)
			require.Len(t, list, 1, "nothing temporary is left")
		})
	}
}

func TestOptionsAreChecked(t *testing.T) {
	require.Contains(t, xlatortest.Problems(t, xlatortest.Layer{Type: iostats.Type, Options: xlatortest.Options{"ios-dump-interval": "10"}}), "ios-dump-interval without ios-dump-file")
	require.Contains(t, xlatortest.Problems(t, xlatortest.Layer{Type: iostats.Type, Options: xlatortest.Options{"ios-dump-format": "jason"}}), `did you mean "json"`)
}

func TestCountsAreExactUnderLoad(t *testing.T) {
	s := stack(t, all)
	s.Storage.Record(false)
	s.Storage.Async(true)
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for range 250 {
				s.Do(fops.OpStatfs, nil)
			}
		})
	}
	wg.Wait()
	require.Contains(t, s.Dump("io-stats")["io-stats.statfs"], "count:1000,errors:0,")
}

func BenchmarkStat(b *testing.B) {
	for name, o := range map[string]xlatortest.Options{"counts": nil, "latency": all} {
		b.Run(name, func(b *testing.B) {
			s := stack(b, o)
			s.Storage.Record(false)
			s.Storage.Handle(fops.OpStat, func(f *xlator.Frame, _ *fops.Args) { f.Unwind(f.NewReply(fops.OpStat)) })
			b.ReportAllocs()
			for b.Loop() {
				c := s.Graph.NewCall()
				c.Do(c.Args(fops.OpStat))
				c.End()
			}
		})
	}
}
