package bench

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"
	"time"
)

// SchemaVersion is the version of the JSON form of a [Report]. Adding a field
// does not change it; removing one, or changing a meaning or unit, does.
const SchemaVersion = 1

// A Report is the outcome of one [Run], and with its tags the JSON format.
// Times are in nanoseconds, rates per second, dates RFC 3339.
type Report struct {
	Schema     int         `json:"schema"`
	Complete   bool        `json:"complete"`      // False after an error or cancellation: cells are missing.
	Date       time.Time   `json:"date,omitzero"` // As in Options.
	Host       Host        `json:"host"`          // Where it ran.
	Settings   Settings    `json:"settings"`      // With defaults filled in.
	OverheadNS float64     `json:"overhead_ns"`   // The harness's own cost, contained in every latency.
	Confidence float64     `json:"confidence"`    // Of every Spread, 0…1, from the number of rounds.
	Contenders []Contender `json:"contenders"`    // The first is the one that ratios refer to.
	Results    []Result    `json:"results"`       // By workload, then threads, then contender.
}

// Host has the facts about the machine that a reader of numbers asks for.
type Host struct {
	OS     string `json:"os"`
	Arch   string `json:"arch"`
	Kernel string `json:"kernel"`        // Release, as uname -r.
	CPUs   int    `json:"cpus"`          // Logical ones that the process may use.
	CPU    string `json:"cpu,omitempty"` // Model name, where the system says it.
	Go     string `json:"go"`            // Version that built the harness.
}

// Settings repeats the Options that shape the numbers.
type Settings struct {
	DurationNS int64    `json:"duration_ns"` // Per cell and round; 0 is no limit.
	Count      int      `json:"count"`       // Operations per thread, cell and round; 0 is no limit.
	Rounds     int      `json:"rounds"`
	Threads    []int    `json:"threads"`
	Workloads  []string `json:"workloads"`
}

// A Result is one cell: a workload with a number of threads in one contender.
type Result struct {
	Workload   string  `json:"workload"`
	Threads    int     `json:"threads"`
	Contender  string  `json:"contender"`
	BytesPerOp int64   `json:"bytes_per_op,omitempty"` // 0 for metadata.
	Skipped    string  `json:"skipped,omitempty"`      // Why nothing was measured; then all below is zero.
	Stats              // Over all rounds; inlined in JSON.
	Ratio      *Ratio  `json:"ratio,omitempty"` // Nil for the first contender, and where either was skipped.
	Rounds     []Stats `json:"rounds,omitempty"`
}

// WriteJSON writes the report as one indented JSON object and a newline. The
// error is the writer's.
func (r *Report) WriteJSON(w io.Writer) error {
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	return enc.Encode(r)
}

// ReadJSON reads what WriteJSON wrote. Fields that it does not know are
// ignored; another schema version is an error.
func ReadJSON(rd io.Reader) (*Report, error) {
	r := new(Report)
	if err := json.NewDecoder(rd).Decode(r); err != nil {
		return nil, fmt.Errorf("bench report: %w", err)
	}
	if r.Schema != SchemaVersion {
		return nil, fmt.Errorf("bench report: schema %d, this program reads %d", r.Schema, SchemaVersion)
	}
	return r, nil
}

// WriteGobench writes the report in the format of "go test -bench": a line for
// each round of each cell, as benchstat wants several samples, for example
//
//	BenchmarkStat/threads=1/contender=native 180000 541 ns/op 520 p50-ns …
//
// ns/op is the mean latency of one operation in its thread, whatever the number
// of threads; ops/s counts all threads. "benchstat -col /contender FILE" puts
// the contenders side by side. The error is the writer's.
func (r *Report) WriteGobench(w io.Writer) error {
	b := bufio.NewWriter(w) // Keeps the first error until Flush.
	fmt.Fprintf(b, "goos: %s\ngoarch: %s\n", r.Host.OS, r.Host.Arch)
	if r.Host.CPU != "" {
		fmt.Fprintf(b, "cpu: %s\n", r.Host.CPU)
	}
	fmt.Fprintf(b, "kernel: %s\n", r.Host.Kernel)
	if !r.Date.IsZero() {
		fmt.Fprintf(b, "date: %s\n", r.Date.Format(time.RFC3339))
	}
	b.WriteString("Unit ops/s better=higher\n\n")
	for _, res := range r.Results {
		name := fmt.Sprintf("Benchmark%s/threads=%d/contender=%s",
			strings.ToUpper(res.Workload[:1])+res.Workload[1:], res.Threads, gobenchName(res.Contender))
		if res.Skipped != "" {
			// Not a result line, so benchstat passes over it.
			fmt.Fprintf(b, "# %s skipped: %s\n", name, oneLine(res.Skipped))
			continue
		}
		for _, s := range res.Rounds {
			fmt.Fprintf(b, "%s %d %.1f ns/op %d p50-ns %d p90-ns %d p99-ns %.1f ops/s",
				name, s.Ops, s.MeanNS, s.P50NS, s.P90NS, s.P99NS, s.OpsPerSec)
			if res.BytesPerOp > 0 {
				fmt.Fprintf(b, " %.2f MB/s", s.MBPerSec)
			}
			b.WriteByte('\n')
		}
	}
	return b.Flush()
}

// gobenchName makes a contender's name safe in a benchmark's name, where space,
// slash and a final -N have a meaning.
func gobenchName(s string) string {
	s = strings.Map(func(r rune) rune {
		if r <= ' ' || r == '/' || r == 0x7f {
			return '_'
		}
		return r
	}, s)
	if i := strings.LastIndexByte(s, '-'); i >= 0 && strings.Trim(s[i+1:], "0123456789") == "" {
		s = s[:i] + "_" + s[i+1:]
	}
	return s
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// cpuModel returns the processor's name, or "" where the system does not tell.
func cpuModel() string {
	b, err := os.ReadFile("/proc/cpuinfo")
	if err != nil {
		return ""
	}
	for line := range strings.Lines(string(b)) {
		if k, v, ok := strings.Cut(line, ":"); ok && strings.TrimSpace(k) == "model name" {
			return strings.TrimSpace(v)
		}
	}
	return ""
}
