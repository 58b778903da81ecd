package bench

import (
	"bufio"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"
)

// ANSI codes of the table on a terminal.
const (
	ansiReset  = "\x1b[0m"
	ansiBold   = "\x1b[1m"
	ansiFaint  = "\x1b[2m"
	ansiRed    = "\x1b[31m"
	ansiGreen  = "\x1b[32m"
	ansiYellow = "\x1b[33m"
)

// much is the ratio from which "slower" is red, not yellow.
const much = 2

// A tcell is one field of the table; colour is an ANSI code or empty.
type tcell struct{ text, colour string }

// WriteTable writes the report for people: a line about the machine, one row
// per cell with aligned columns and human units, and a line that explains the
// ratios. With color it uses ANSI codes, to be chosen by the caller (a
// terminal, no NO_COLOR); the text is the same without. The error is the
// writer's.
func (r *Report) WriteTable(w io.Writer, color bool) error {
	b := bufio.NewWriter(w) // Keeps the first error until Flush.
	fmt.Fprintln(b, r.headline())
	fmt.Fprintln(b)

	head := []string{"workload", "threads", "contender", "ops", "ops/s", "min", "mean", "p50", "p90", "p99", "max", "MB/s"}
	left := map[int]bool{0: true, 2: true} // Names to the left, numbers to the right.
	ratios := len(r.Contenders) > 1
	if ratios {
		left[len(head)] = true
		head = append(head, "p50 vs "+r.Contenders[0].Name)
	}
	rows := [][]tcell{make([]tcell, len(head))}
	for i, h := range head {
		rows[0][i] = tcell{h, ansiBold}
	}
	for _, res := range r.Results {
		rows = append(rows, r.row(res, ratios))
	}
	writeAligned(b, rows, left, color)

	if !r.Complete {
		fmt.Fprintln(b, "\nThe run was not completed: cells are missing.")
	}
	if ratios {
		fmt.Fprintf(b, "\n%s\n", r.legend())
	}
	return b.Flush()
}

func (r *Report) headline() string {
	parts := []string{r.Host.OS + " " + r.Host.Kernel, plural(r.Host.CPUs, "CPU"), r.Host.Go}
	if !r.Date.IsZero() {
		parts = append(parts, r.Date.Format("2006-01-02 15:04"))
	}
	s := plural(r.Settings.Rounds, "round")
	if r.Settings.DurationNS > 0 {
		s += " of " + humanTime(float64(r.Settings.DurationNS))
	}
	if r.Settings.Count > 0 {
		s += " of at most " + plural(r.Settings.Count, "op") + " per thread"
	}
	parts = append(parts, s, "harness "+humanTime(r.OverheadNS)+" per op included")
	return strings.Join(parts, ", ")
}

func (r *Report) legend() string {
	if r.Settings.Rounds == 1 {
		return "Ratios are of one round: there is no telling them from noise."
	}
	return fmt.Sprintf("Ratios are medians over %d rounds, with %.0f%% intervals in brackets; within noise: the interval includes 1.",
		r.Settings.Rounds, 100*r.Confidence)
}

func (r *Report) row(res Result, ratios bool) []tcell {
	row := []tcell{{res.Workload, ""}, {strconv.Itoa(res.Threads), ""}, {res.Contender, ""}}
	if res.Skipped != "" {
		return append(row, tcell{"skipped: " + oneLine(res.Skipped), ansiFaint})
	}
	mb := "-"
	if res.BytesPerOp > 0 {
		mb = digits3(res.MBPerSec)
	}
	for _, s := range []string{
		humanCount(float64(res.Ops)), humanCount(res.OpsPerSec),
		humanTime(float64(res.MinNS)), humanTime(res.MeanNS), humanTime(float64(res.P50NS)),
		humanTime(float64(res.P90NS)), humanTime(float64(res.P99NS)), humanTime(float64(res.MaxNS)), mb,
	} {
		row = append(row, tcell{s, ""})
	}
	if ratios {
		row = append(row, ratioCell(res.Ratio))
	}
	return row
}

func ratioCell(r *Ratio) tcell {
	if r == nil {
		return tcell{"-", ansiFaint}
	}
	s := humanRatio(r.P50.Median) + "x"
	if r.Verdict != OneRound {
		s += fmt.Sprintf(" [%s %s]", humanRatio(r.P50.Low), humanRatio(r.P50.High))
	}
	switch r.Verdict {
	case Faster:
		return tcell{s + " faster", ansiGreen}
	case Slower:
		if r.P50.Median >= much {
			return tcell{s + " slower", ansiRed}
		}
		return tcell{s + " slower", ansiYellow}
	case WithinNoise:
		return tcell{s + " within noise", ansiGreen}
	default:
		return tcell{s, ""}
	}
}

// writeAligned writes rows with two spaces between columns. A row may end
// early: its last field then runs over the columns that follow and does not
// widen its own. (text/tabwriter would count colour codes as width.)
func writeAligned(b *bufio.Writer, rows [][]tcell, left map[int]bool, color bool) {
	cols := len(rows[0])
	width := make([]int, cols)
	for _, row := range rows {
		for i, c := range row {
			if i < len(row)-1 || len(row) == cols {
				width[i] = max(width[i], utf8.RuneCountInString(c.text))
			}
		}
	}
	for _, row := range rows {
		for i, c := range row {
			if i > 0 {
				b.WriteString("  ")
			}
			last := i == len(row)-1
			pad := strings.Repeat(" ", max(0, width[i]-utf8.RuneCountInString(c.text)))
			toLeft := left[i] || last && len(row) < cols
			if !toLeft {
				b.WriteString(pad)
			}
			if color && c.colour != "" {
				b.WriteString(c.colour + c.text + ansiReset)
			} else {
				b.WriteString(c.text)
			}
			if toLeft && !last {
				b.WriteString(pad)
			}
		}
		b.WriteByte('\n')
	}
}

// humanTime writes ns with three digits and a unit.
func humanTime(ns float64) string {
	switch {
	case ns < 999.5:
		return digits3(ns) + "ns"
	case ns < 999.5e3:
		return digits3(ns/1e3) + "µs"
	case ns < 999.5e6:
		return digits3(ns/1e6) + "ms"
	default:
		return digits3(ns/1e9) + "s"
	}
}

// humanCount writes a number with three digits and k, M or G; small whole ones
// as they are.
func humanCount(v float64) string {
	switch {
	case v < 999.5 && v == math.Trunc(v):
		return strconv.FormatFloat(v, 'f', 0, 64)
	case v < 999.5:
		return digits3(v)
	case v < 999.5e3:
		return digits3(v/1e3) + "k"
	case v < 999.5e6:
		return digits3(v/1e6) + "M"
	default:
		return digits3(v/1e9) + "G"
	}
}

// humanRatio writes a ratio with two decimals, fewer where it is large.
func humanRatio(v float64) string {
	if v < 1 {
		return strconv.FormatFloat(v, 'f', 2, 64)
	}
	return digits3(v)
}

// digits3 writes v with three significant digits, all of its whole ones and at
// most two decimals.
func digits3(v float64) string {
	switch {
	case v < 9.995:
		return strconv.FormatFloat(v, 'f', 2, 64)
	case v < 99.95:
		return strconv.FormatFloat(v, 'f', 1, 64)
	default:
		return strconv.FormatFloat(v, 'f', 0, 64)
	}
}
