package xlator

import (
	"errors"
	"fmt"
	"math"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"syscall"
	"time"

	"golang.org/x/sys/unix"

	"github.com/windlassfs/windlass/fops"
)

// An OptionType says how the text of an option is read. The forms are
// GlusterFS's.
type OptionType uint8

const (
	// Str is any text.
	Str OptionType = iota
	// Int is a whole number, decimal or with 0x or 0.
	Int
	// Size is a number of bytes: 4096, 64KB, 1.5MB, 2GiB (powers of 1024).
	Size
	// Percent is a number from 0 to 100, with or without a percent sign.
	Percent
	// Bool is on, yes, true, enable, 1 or off, no, false, disable, 0.
	Bool
	// Time is a duration: 60 (seconds), 250ms, 10us, 5min, 2h, 1d.
	Time
	// Double is a decimal number.
	Double
	// Path is the name of a file; a relative one counts from the directory of
	// the volume file.
	Path
	// Enum is one of the option's Values.
	Enum
	// List is words separated by commas or spaces.
	List
	// Ops is a List of fop names, or "all".
	Ops
	// Errno is the name of an error (ENOENT) or its number.
	Errno
)

// String returns the word used in tables.
func (t OptionType) String() string {
	return [...]string{"str", "int", "size", "percent", "bool", "time", "double", "path", "enum", "list", "fops", "errno"}[t]
}

// An Option declares one option of a translator type. The one declaration
// serves the parser, the check of ranges, the defaults, help and reference.
type Option struct {
	// Key is the name; Aliases are other names for it.
	Key     string
	Aliases []string
	Type    OptionType
	// Default is the text that counts if the option is not given.
	Default string
	// Required refuses a volume without the option.
	Required bool
	// Min and Max bound a number, in bytes for Size and in seconds for Time,
	// if HasRange is set.
	HasRange bool
	Min, Max float64
	// Values are what an Enum may be.
	Values []string
	// Doc says what it is for, in one or two sentences.
	Doc string
	// Settable is set if the option can change while the graph serves.
	Settable bool
}

// commonOptions are what every translator has.
var commonOptions = []Option{
	{Key: "log-level", Type: Enum, Default: "info", Values: []string{"debug", "info", "warning", "error", "none"}, Doc: "The least severity of messages of this translator that are logged.", Settable: true},
	{Key: "pass-through", Type: Bool, Default: "off", Doc: "Leave the translator in the graph but let every fop go past it.", Settable: true},
}

// Options holds the values of a translator's options, typed and checked. The
// accessors panic on a key that was not declared or has another type: that is
// a bug of the translator and shows in its first test. They may be called from
// any goroutine; those of a node's options give the new values once a change
// while the graph serves is made (see [Graph.Reconfigure]).
type Options struct{ set atomic.Pointer[optionSet] }

// optionSet is what Options hold at one time. It is immutable when it is made.
type optionSet struct {
	decl   []Option
	values map[string]any
	given  map[string]OptionSpec
}

func (o *Options) get(key string) any {
	v, ok := o.set.Load().values[key]
	if !ok {
		panic(fmt.Sprintf("xlator: option %q is not declared", key))
	}
	return v
}

// Given reports whether the volume says the option, and where.
func (o *Options) Given(key string) (OptionSpec, bool) {
	s, ok := o.set.Load().given[key]
	return s, ok
}

// Declared returns the declarations, the translator's own first.
func (o *Options) Declared() []Option { return o.set.Load().decl }

// Value returns the typed value: string (Str, Path, Enum), int64 (Int), uint64
// (Size), float64 (Percent, Double), bool, time.Duration, []string (List),
// []fops.Op (Ops) or syscall.Errno.
func (o *Options) Value(key string) any { return o.get(key) }

// Text returns a Str, Path or Enum.
func (o *Options) Text(key string) string { return o.get(key).(string) }

// Int returns an Int.
func (o *Options) Int(key string) int64 { return o.get(key).(int64) }

// Bytes returns a Size.
func (o *Options) Bytes(key string) uint64 { return o.get(key).(uint64) }

// Float returns a Double or a Percent.
func (o *Options) Float(key string) float64 { return o.get(key).(float64) }

// Bool returns a Bool.
func (o *Options) Bool(key string) bool { return o.get(key).(bool) }

// Duration returns a Time.
func (o *Options) Duration(key string) time.Duration { return o.get(key).(time.Duration) }

// List returns a List.
func (o *Options) List(key string) []string { return o.get(key).([]string) }

// Ops returns an Ops: the fops, in the table's order.
func (o *Options) Ops(key string) []fops.Op { return o.get(key).([]fops.Op) }

// Errno returns an Errno.
func (o *Options) Errno(key string) syscall.Errno { return o.get(key).(syscall.Errno) }

// DecodeOptions reads what a volume says against the declarations. Everything
// that is wrong is added to ps; what is right has its value all the same.
func DecodeOptions(v *VolumeSpec, decl []Option, ps *Problems) *Options {
	decl = append(slices.Clone(decl), commonOptions...)
	o := &optionSet{decl: decl, values: make(map[string]any), given: make(map[string]OptionSpec)}
	var keys []string
	canonical := make(map[string]*Option)
	for i := range decl {
		d := &decl[i]
		canonical[d.Key] = d
		keys = append(keys, d.Key)
		for _, a := range d.Aliases {
			canonical[a] = d
			keys = append(keys, a)
		}
	}
	for _, s := range v.Options {
		d := canonical[s.Key]
		if d == nil {
			ps.Add(s.Pos, didYouMean(fops.Suggest(s.Key, keys), "see: windlass list --options "+v.Type), "volume %q: %s has no option %q", v.Name, v.Type, s.Key)
			continue
		}
		if first, dup := o.given[d.Key]; dup {
			ps.Add(s.Pos, fmt.Sprintf("first given at %s", first.Pos), "volume %q: option %q is given twice", v.Name, d.Key)
			continue
		}
		o.given[d.Key] = s
		if s.Value == "" && d.Required && d.Type == Path {
			// It would mean the directory of the volume file.
			ps.Add(s.ValuePos, "a dot is the directory of the volume file", "volume %q: option %s is empty", v.Name, d.Key)
			continue
		}
		val, err := d.Parse(s.Value, s.ValuePos.File)
		if err != nil {
			hint := ""
			if d.Type == Enum {
				hint = didYouMean(fops.Suggest(s.Value, d.Values), "")
			}
			var names notFops
			if !errors.As(err, &names) {
				ps.Add(s.ValuePos, hint, "volume %q: option %s: %v", v.Name, d.Key, err)
			}
			for _, n := range names {
				ps.Add(s.ValuePos, didYouMean(fops.Suggest(n, fops.Names()), "see: windlass list --fops"), "volume %q: option %s: %q is not a fop", v.Name, d.Key, n)
			}
			continue
		}
		o.values[d.Key] = val
	}
	for i := range decl {
		d := &decl[i]
		if _, ok := o.values[d.Key]; ok {
			continue
		}
		if _, ok := o.given[d.Key]; !ok && d.Required {
			ps.Add(v.Pos, fmt.Sprintf("add a line: option %s %s", d.Key, strings.ToUpper(d.Type.String())), "volume %q: %s needs option %q", v.Name, v.Type, d.Key)
		}
		val, err := d.Parse(d.Default, "")
		if err != nil {
			val, _ = (&Option{Type: d.Type}).Parse("", "")
		}
		o.values[d.Key] = val
	}
	out := new(Options)
	out.set.Store(o)
	return out
}

// Parse reads one value. file is where a relative Path counts from. The empty
// text gives the zero value of every type.
func (d *Option) Parse(s, file string) (any, error) {
	switch d.Type {
	case Int:
		if s == "" {
			return int64(0), nil
		}
		n, err := strconv.ParseInt(s, 0, 64)
		if err != nil {
			return nil, fmt.Errorf("%q is not a whole number", s)
		}
		return n, d.inRange(float64(n), s)
	case Size:
		f, err := parseUnits(s, sizeUnits)
		if err != nil || f < 0 || f >= math.MaxUint64 {
			return nil, fmt.Errorf("%q is not a size like 4096, 64KB or 2GB", s)
		}
		return uint64(f), d.inRange(f, s)
	case Percent:
		f, err := parseUnits(strings.TrimSuffix(s, "%"), nil)
		if err != nil || f < 0 || f > 100 {
			return nil, fmt.Errorf("%q is not a percentage from 0 to 100", s)
		}
		return f, d.inRange(f, s)
	case Double:
		f, err := parseUnits(s, nil)
		if err != nil {
			return nil, fmt.Errorf("%q is not a number", s)
		}
		return f, d.inRange(f, s)
	case Time:
		f, err := parseUnits(s, timeUnits)
		if err != nil || f < 0 || f > math.MaxInt64/1e9 {
			return nil, fmt.Errorf("%q is not a duration like 60, 250ms or 5min", s)
		}
		return time.Duration(f * 1e9), d.inRange(f, s)
	case Bool:
		switch strings.ToLower(s) {
		case "on", "yes", "true", "enable", "1":
			return true, nil
		case "off", "no", "false", "disable", "0", "":
			return false, nil
		}
		return nil, fmt.Errorf("%q is neither on nor off", s)
	case Path:
		if s != "" && !filepath.IsAbs(s) && file != "" {
			s = filepath.Join(filepath.Dir(file), s)
		}
		return s, nil
	case Enum:
		if s != "" && !slices.Contains(d.Values, s) {
			return nil, fmt.Errorf("%q is not one of %s", s, strings.Join(d.Values, ", "))
		}
		return s, nil
	case List:
		return splitList(s), nil
	case Ops:
		return parseOps(s)
	case Errno:
		return parseErrno(s)
	}
	return s, nil
}

func (d *Option) inRange(f float64, s string) error {
	if !d.HasRange || f >= d.Min && f <= d.Max {
		return nil
	}
	least, most := strconv.FormatFloat(d.Min, 'f', -1, 64), strconv.FormatFloat(d.Max, 'f', -1, 64)
	switch {
	case d.Max >= math.MaxInt64:
		return fmt.Errorf("%s is less than %s", s, least)
	case d.Min <= math.MinInt64:
		return fmt.Errorf("%s is more than %s", s, most)
	}
	return fmt.Errorf("%s is outside the range %s to %s", s, least, most)
}

type unit struct {
	suffix string
	factor float64
}

// The longest suffix comes first, because the first that fits is taken.
var (
	sizeUnits = []unit{
		{"kib", 1 << 10},
		{"mib", 1 << 20},
		{"gib", 1 << 30},
		{"tib", 1 << 40},
		{"pib", 1 << 50},
		{"kb", 1 << 10},
		{"mb", 1 << 20},
		{"gb", 1 << 30},
		{"tb", 1 << 40},
		{"pb", 1 << 50},
		{"k", 1 << 10},
		{"m", 1 << 20},
		{"g", 1 << 30},
		{"t", 1 << 40},
		{"p", 1 << 50},
		{"b", 1},
	}
	timeUnits = []unit{
		{"days", 86400},
		{"min", 60},
		{"sec", 1},
		{"hr", 3600},
		{"wk", 604800},
		{"ms", 1e-3},
		{"us", 1e-6},
		{"ns", 1e-9},
		{"d", 86400},
		{"w", 604800},
		{"h", 3600},
		{"m", 60},
		{"s", 1},
	}
)

func parseUnits(s string, units []unit) (float64, error) {
	if s == "" {
		return 0, nil
	}
	low, factor := strings.ToLower(strings.TrimSpace(s)), 1.0
	for _, u := range units {
		if rest, ok := strings.CutSuffix(low, u.suffix); ok {
			low, factor = strings.TrimSpace(rest), u.factor
			break
		}
	}
	f, err := strconv.ParseFloat(low, 64)
	if err != nil || math.IsNaN(f) || math.IsInf(f, 0) {
		return 0, fmt.Errorf("not a number")
	}
	return f * factor, nil
}

func splitList(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return r == ',' || r == ' ' || r == '\t' })
}

// notFops is the error of an Ops with names that are none.
type notFops []string

func (n notFops) Error() string { return fmt.Sprintf("%q is not a fop", n[0]) }

func parseOps(s string) ([]fops.Op, error) {
	var set [fops.NumOps]bool
	var wrong notFops
	for _, name := range splitList(s) {
		if name == "all" {
			for i := range set {
				set[i] = true
			}
			continue
		}
		op, ok := fops.ParseOp(name)
		if !ok {
			wrong = append(wrong, name)
			continue
		}
		set[op] = true
	}
	if wrong != nil {
		return nil, wrong
	}
	var out []fops.Op
	for i, in := range set {
		if in {
			out = append(out, fops.Op(i))
		}
	}
	return out, nil
}

// ParseErrno returns the errno with that name or number.
func ParseErrno(s string) (syscall.Errno, error) { return parseErrno(s) }

func parseErrno(s string) (syscall.Errno, error) {
	if s == "" {
		return 0, nil
	}
	if n, err := strconv.ParseUint(s, 10, 12); err == nil {
		return syscall.Errno(n), nil
	}
	for n := syscall.Errno(1); n < 256; n++ {
		if unix.ErrnoName(n) == strings.ToUpper(s) {
			return n, nil
		}
	}
	return 0, fmt.Errorf("%q is not the name of an error, such as ENOENT", s)
}
