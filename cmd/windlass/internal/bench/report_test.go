package bench

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// fixed is a report with numbers that never change.
func fixed() *Report {
	stats := func(ns int64, bytes int64) Stats {
		s := Stats{
			Ops: 2_000_000_000 / ns, WallNS: 2e9, OpsPerSec: 1e9 / float64(ns),
			MinNS: ns / 2, MeanNS: float64(ns), P50NS: ns * 9 / 10, P90NS: ns * 2, P99NS: ns * 10, MaxNS: ns * 1000,
		}
		s.MBPerSec = s.OpsPerSec * float64(bytes) / 1e6
		return s
	}
	result := func(wl string, threads int, c string, bytes int64, base int64, ns ...int64) Result {
		r := Result{Workload: wl, Threads: threads, Contender: c, BytesPerOp: bytes}
		var bases []Stats
		for i, n := range ns {
			r.Rounds = append(r.Rounds, stats(n, bytes))
			if base > 0 {
				bases = append(bases, stats(base+int64(i%2), bytes))
			}
		}
		r.Stats = summarise(r.Rounds)
		if base > 0 {
			r.Ratio = compare(r.Rounds, bases)
		}
		return r
	}
	return &Report{
		Schema:     SchemaVersion,
		Complete:   true,
		Date:       time.Date(2026, 10, 1, 12, 30, 0, 0, time.UTC),
		Host:       Host{OS: "linux", Arch: "amd64", Kernel: "6.18.0", CPUs: 2, CPU: "Example CPU @ 3.00GHz", Go: "go1.26.8"},
		Settings:   Settings{DurationNS: 1e8, Rounds: 3, Threads: []int{1, 2}, Workloads: []string{"stat", "getxattr", "seqread1m"}},
		OverheadNS: 61.5,
		Confidence: confidence(3),
		Contenders: []Contender{{"native", "/tmp"}, {"pass-through x10", "/mnt/a"}, {"again", "/tmp"}},
		Results: []Result{
			result("stat", 1, "native", 0, 0, 600, 601, 600),
			result("stat", 1, "pass-through x10", 0, 600, 45_000, 44_000, 47_000),
			result("stat", 1, "again", 0, 600, 601, 590, 600),
			result("stat", 2, "native", 0, 0, 700, 701, 700),
			{Workload: "stat", Threads: 2, Contender: "pass-through x10", Skipped: "user extended attributes: operation not supported"},
			result("stat", 2, "again", 0, 700, 500, 505, 501),
			result("seqread1m", 1, "native", mib, 0, 200_000, 200_001, 200_000),
			result("seqread1m", 1, "pass-through x10", mib, 200_000, 320_000, 330_000, 310_000),
			result("seqread1m", 1, "again", mib, 200_000, 1_200_000_000, 1_300_000_000, 1_250_000_000),
		},
	}
}

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		require.NoError(t, os.MkdirAll("testdata", 0o755))
		require.NoError(t, os.WriteFile(file, got, 0o644))
	}
	want, err := os.ReadFile(file)
	require.NoError(t, err)
	require.Equal(t, string(want), string(got))
}

func TestGolden(t *testing.T) {
	one := fixed()
	one.Contenders = one.Contenders[:1]
	one.Complete = false
	one.Date = time.Time{}
	one.Settings = Settings{Count: 100, Rounds: 1}
	one.Results = []Result{one.Results[0], one.Results[6]}
	for name, write := range map[string]func(*bytes.Buffer) error{
		"table.txt":   func(b *bytes.Buffer) error { return fixed().WriteTable(b, false) },
		"single.txt":  func(b *bytes.Buffer) error { return one.WriteTable(b, false) },
		"gobench.txt": func(b *bytes.Buffer) error { return fixed().WriteGobench(b) },
		"report.json": func(b *bytes.Buffer) error { return fixed().WriteJSON(b) },
	} {
		t.Run(name, func(t *testing.T) {
			var b bytes.Buffer
			require.NoError(t, write(&b))
			golden(t, name, b.Bytes())
		})
	}
}

// Colour must change nothing but colour.
func TestTableColor(t *testing.T) {
	var plain, color bytes.Buffer
	require.NoError(t, fixed().WriteTable(&plain, false))
	require.NoError(t, fixed().WriteTable(&color, true))
	require.NotContains(t, plain.String(), "\x1b")
	require.Contains(t, color.String(), ansiRed)
	require.Equal(t, plain.String(), regexp.MustCompile("\x1b\\[[0-9]+m").ReplaceAllString(color.String(), ""))
}

func TestJSONRoundTrip(t *testing.T) {
	want := fixed()
	var b bytes.Buffer
	require.NoError(t, want.WriteJSON(&b))
	got, err := ReadJSON(&b)
	require.NoError(t, err)
	require.Equal(t, want, got)

	_, err = ReadJSON(bytes.NewBufferString(`{"schema": 99}`))
	require.ErrorContains(t, err, "schema 99")
	_, err = ReadJSON(bytes.NewBufferString(`{`))
	require.Error(t, err)
}

type brokenWriter struct{}

var errBroken = errors.New("broken pipe")

func (brokenWriter) Write([]byte) (int, error) { return 0, errBroken }

func TestWriteErrors(t *testing.T) {
	require.ErrorIs(t, fixed().WriteTable(brokenWriter{}, true), errBroken)
	require.ErrorIs(t, fixed().WriteJSON(brokenWriter{}), errBroken)
	require.ErrorIs(t, fixed().WriteGobench(brokenWriter{}), errBroken)
}

func TestGobenchName(t *testing.T) {
	for in, want := range map[string]string{
		"native": "native", "a b/c\n": "a_b_c_", "pass-10": "pass_10", "x-": "x_", "pass-through": "pass-through", "ü": "ü",
	} {
		require.Equal(t, want, gobenchName(in))
	}
}

func TestHuman(t *testing.T) {
	for ns, want := range map[float64]string{
		0: "0.00ns", 61.5: "61.5ns", 999.4: "999ns", 999.5: "1.00µs", 9994: "9.99µs", 9995.5: "10.0µs", 45_000: "45.0µs", 999_499: "999µs", 1e6: "1.00ms", 2.5e9: "2.50s", 4e12: "4000s",
	} {
		require.Equal(t, want, humanTime(ns), "%v", ns)
	}
	for v, want := range map[float64]string{0: "0", 12: "12", 12.34: "12.3", 999: "999", 1234: "1.23k", 999_600: "1.00M", 1.5e9: "1.50G"} {
		require.Equal(t, want, humanCount(v), "%v", v)
	}
	for v, want := range map[float64]string{0.123: "0.12", 1: "1.00", 73.15: "73.2", 731.5: "732", 7315: "7315"} {
		require.Equal(t, want, humanRatio(v), "%v", v)
	}
}

func TestStatistics(t *testing.T) {
	require.Zero(t, median(nil))
	require.Equal(t, 2.0, median([]float64{3, 1, 2}))
	require.Equal(t, 2.5, median([]float64{4, 1, 2, 3}))

	// The order-statistic intervals of any table: for 6 samples the extremes
	// have 96.9%, for 9 the second ones 96.1%.
	require.Zero(t, confidence(1))
	require.InDelta(t, 0.9688, confidence(6), 1e-4)
	require.InDelta(t, 0.9609, confidence(9), 1e-4)
	require.Equal(t, 0, trim(8))
	require.Equal(t, 1, trim(9))
	for n := 1; n < 200; n++ {
		require.Less(t, 2*trim(n), n)
		if n >= 6 {
			require.GreaterOrEqual(t, confidence(n), 0.95)
		}
	}
	require.Equal(t, Spread{Median: 5, Low: 2, High: 8}, spread([]float64{9, 8, 7, 6, 5, 4, 3, 2, 1}))

	p50 := func(ns ...int64) []Stats {
		var s []Stats
		for _, n := range ns {
			s = append(s, Stats{P50NS: n, OpsPerSec: 1e9 / float64(max(1, n))})
		}
		return s
	}
	// The machine slows down to a third; paired rounds see through it.
	base := p50(100, 200, 300, 100, 200, 300)
	for _, tc := range []struct {
		want   Verdict
		rounds []Stats
	}{
		{Slower, p50(110, 220, 330, 110, 220, 330)},
		{Faster, p50(90, 180, 270, 90, 180, 270)},
		{WithinNoise, p50(90, 220, 270, 110, 180, 330)},
		{WithinNoise, base},
	} {
		r := compare(tc.rounds, base)
		require.Equal(t, tc.want, r.Verdict)
	}
	require.Equal(t, OneRound, compare(p50(5), p50(0)).Verdict)
}
