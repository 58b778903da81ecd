package scripttest

import (
	"bufio"
	"fmt"
	"io"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/go-python/gpython/py"

	"github.com/windlassfs/windlass/scripting/engine"
)

// Coverage notes which lines of scripts run. Its methods may be called on nil,
// which notes nothing, and from any goroutine.
type Coverage struct {
	mu    sync.Mutex // guards all below
	files []*covered
}

// covered is what is known of one file.
type covered struct {
	path  string
	lines map[int]int // line to how often it ran
	text  []string
	// from and marked are the text as it was, and with calls.
	from, marked string
}

// span is how many lines a file may have in the numbers that marks report.
const span = 1 << 20

// source adds a call to each line of a script.
func (c *Coverage) source(path, text string) string {
	if c == nil {
		return text
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	i := slices.IndexFunc(c.files, func(f *covered) bool { return f.path == path })
	if i < 0 {
		i = len(c.files)
		c.files = append(c.files, &covered{path: path, lines: make(map[int]int), text: strings.Split(text, "\n")})
	}
	f := c.files[i]
	if f.from == text {
		return f.marked
	}
	ins, lines := marks(lex(text), i*span)
	marked := apply(text, ins)
	if _, err := engine.Compile(path, marked); err != nil {
		return text // wrong as it is, or something that the lexer does not know
	}
	f.from, f.marked = text, marked
	for _, n := range lines {
		if _, known := f.lines[n]; !known && !f.inTest(n) {
			f.lines[n] = 0
		}
	}
	return marked
}

// inTest reports whether a line belongs to a test: scripts may have theirs in
// the same file.
func (f *covered) inTest(line int) bool {
	for i := line - 1; i >= 0; i-- {
		if l := f.text[i]; l != "" && l[0] != ' ' && l[0] != '\t' && l[0] != '#' && l[0] != ')' {
			return strings.HasPrefix(l, "def test")
		}
	}
	return false
}

// builtins are what marked scripts call.
func (c *Coverage) builtins() py.StringDict {
	if c == nil {
		return nil
	}
	hit := func(o py.Object) {
		n, ok := o.(py.Int)
		if !ok {
			return
		}
		c.mu.Lock()
		defer c.mu.Unlock()
		f := c.files[int(n)/span]
		if k, ok := f.lines[int(n)%span]; ok {
			f.lines[int(n)%span] = k + 1
		}
	}
	return py.StringDict{
		fnLine: engine.Function(fnLine, "", func(args py.Tuple, _ py.StringDict) (py.Object, error) {
			hit(args[0])
			return py.None, nil
		}),
		fnIter: engine.Function(fnIter, "", func(args py.Tuple, _ py.StringDict) (py.Object, error) {
			hit(args[0])
			return args[1], nil
		}),
	}
}

var markText = regexp.MustCompile(fnLine + `\(\d+\)(; | or )|` + fnIter + `\(\d+, `)

// plain takes the marks out of source text in a message.
func (c *Coverage) plain(s string) string {
	if c == nil {
		return s
	}
	return markText.ReplaceAllString(s, "")
}

// A FileCover is how much of a file has run.
type FileCover struct {
	File   string  `json:"file"`
	Lines  int     `json:"lines"`
	Ran    int     `json:"ran"`
	Ratio  float64 `json:"ratio"`
	Missed []int   `json:"missed"`
}

// Files returns what ran of each file, sorted by name.
func (c *Coverage) Files() []FileCover {
	if c == nil {
		return nil
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	var out []FileCover
	for _, f := range c.files {
		fc := FileCover{File: f.path, Lines: len(f.lines), Missed: []int{}, Ratio: 1}
		for _, n := range slices.Sorted(maps.Keys(f.lines)) {
			if f.lines[n] > 0 {
				fc.Ran++
			} else {
				fc.Missed = append(fc.Missed, n)
			}
		}
		if fc.Lines > 0 {
			fc.Ratio = float64(fc.Ran) / float64(fc.Lines)
		}
		out = append(out, fc)
	}
	slices.SortFunc(out, func(a, b FileCover) int { return strings.Compare(a.File, b.File) })
	return out
}

// Ranges writes line numbers as "3-5, 9".
func Ranges(lines []int) string {
	var out []string
	for i := 0; i < len(lines); {
		j := i
		for j+1 < len(lines) && lines[j+1] == lines[j]+1 {
			j++
		}
		if i == j {
			out = append(out, fmt.Sprint(lines[i]))
		} else {
			out = append(out, fmt.Sprintf("%d-%d", lines[i], lines[j]))
		}
		i = j + 1
	}
	return strings.Join(out, ", ")
}

// WriteProfile writes a profile in the format of go test -coverprofile, mode
// count, with one block a line.
func (c *Coverage) WriteProfile(w io.Writer) error {
	b := bufio.NewWriter(w)
	fmt.Fprintln(b, "mode: count")
	c.each(func(f *covered, n int) {
		text := strings.TrimRight(f.text[n-1], " \t\r")
		from := len(text) - len(strings.TrimLeft(text, " \t")) + 1
		fmt.Fprintf(b, "%s:%d.%d,%d.%d 1 %d\n", filepath.ToSlash(f.path), n, from, n, len(text)+1, f.lines[n])
	})
	return b.Flush()
}

func (c *Coverage) each(do func(f *covered, line int)) {
	c.mu.Lock()
	defer c.mu.Unlock()
	files := slices.Clone(c.files)
	slices.SortFunc(files, func(a, b *covered) int { return strings.Compare(a.path, b.path) })
	for _, f := range files {
		for _, n := range slices.Sorted(maps.Keys(f.lines)) {
			do(f, n)
		}
	}
}

// WriteListing writes the text of each file with, before each line, how often
// it ran; "!" marks those that never did.
func (c *Coverage) WriteListing(w io.Writer) error {
	b := bufio.NewWriter(w)
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, f := range c.files {
		fmt.Fprintf(b, "%s\n", f.path)
		for i, text := range f.text {
			if i == len(f.text)-1 && text == "" {
				break
			}
			mark := ""
			if n, ok := f.lines[i+1]; ok {
				mark = fmt.Sprint(n)
				if n == 0 {
					mark = "!"
				}
			}
			fmt.Fprintf(b, "%6s  %4d  %s\n", mark, i+1, text)
		}
	}
	return b.Flush()
}
