package xlator_test

import (
	"errors"
	"fmt"
	"log/slog"
	"math"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/xlator"
)

var testOptions = []xlator.Option{
	{Key: "text", Type: xlator.Str, Default: "default"},
	{Key: "number", Aliases: []string{"num"}, Type: xlator.Int, HasRange: true, Min: 0, Max: 10},
	{Key: "above", Type: xlator.Int, HasRange: true, Min: 3, Max: math.MaxInt64, Default: "3"},
	{Key: "below", Type: xlator.Double, HasRange: true, Min: math.Inf(-1), Max: 3},
	{Key: "size", Type: xlator.Size, Default: "4KB"},
	{Key: "percent", Type: xlator.Percent},
	{Key: "switch", Type: xlator.Bool, Default: "on"},
	{Key: "time", Type: xlator.Time, Default: "1min"},
	{Key: "double", Type: xlator.Double, Default: "0.5"},
	{Key: "file", Type: xlator.Path},
	{Key: "mode", Type: xlator.Enum, Values: []string{"fast", "slow"}, Default: "fast"},
	{Key: "list", Type: xlator.List},
	{Key: "fops", Type: xlator.Ops, Default: "lookup,stat"},
	{Key: "error", Type: xlator.Errno, Default: "EIO"},
	{Key: "need", Type: xlator.Path, Required: true},
}

func decode(t *testing.T, pairs ...string) (*xlator.Options, xlator.Problems) {
	t.Helper()
	v := &xlator.VolumeSpec{Name: "v", Type: "test/type"}
	if !slices.Contains(pairs, "need") {
		pairs = append(pairs, "need", "/x")
	}
	for i := 0; i < len(pairs); i += 2 {
		at := xlator.Pos{File: "/etc/g.vol", Line: i + 3, Column: 12}
		v.Options = append(v.Options, xlator.OptionSpec{Key: pairs[i], Value: pairs[i+1], Pos: at, ValuePos: at})
	}
	var ps xlator.Problems
	return xlator.DecodeOptions(v, testOptions, &ps), ps
}

func TestOptionsHaveTheirTypes(t *testing.T) {
	o, ps := decode(t)
	require.Empty(t, ps)
	require.Equal(t, "default", o.Text("text"))
	require.Equal(t, uint64(4096), o.Bytes("size"))
	require.True(t, o.Bool("switch"))
	require.Equal(t, time.Minute, o.Duration("time"))
	require.InDelta(t, .5, o.Float("double"), 0)
	require.Equal(t, []fops.Op{fops.OpLookup, fops.OpStat}, o.Ops("fops"))
	require.Equal(t, syscall.EIO, o.Errno("error"))
	require.Equal(t, "info", o.Text("log-level"), "every translator has it")

	for _, tc := range []struct {
		key, value string
		want       any
	}{
		{"number", "7", int64(7)},
		{"num", "0x0a", int64(10)},
		{"size", "1.5MB", uint64(3 << 19)},
		{"size", "2GiB", uint64(2 << 30)},
		{"size", "17", uint64(17)},
		{"percent", "12.5%", 12.5},
		{"switch", "Disable", false},
		{"switch", "1", true},
		{"time", "250ms", 250 * time.Millisecond},
		{"time", "2h", 2 * time.Hour},
		{"time", "10", 10 * time.Second},
		{"time", "3us", 3 * time.Microsecond},
		{"file", "rel/name", "/etc/rel/name"},
		{"file", "/abs", "/abs"},
		{"mode", "slow", "slow"},
		{"list", "a, b c", []string{"a", "b", "c"}},
		{"fops", "readv", []fops.Op{fops.OpReadv}},
		{"error", "enoent", syscall.ENOENT},
		{"error", "5", syscall.EIO},
	} {
		o, ps := decode(t, tc.key, tc.value)
		require.Empty(t, ps, "%s %s", tc.key, tc.value)
		key := tc.key
		if key == "num" {
			key = "number"
		}
		require.Equal(t, tc.want, o.Value(key), "%s %s", tc.key, tc.value)
	}
	require.Panics(t, func() { o.Text("undeclared") })
}

func TestWrongOptionsAreAllReported(t *testing.T) {
	for _, tc := range []struct{ key, value, msg, hint string }{
		{"numbr", "1", `test/type has no option "numbr"`, `did you mean "number"?`},
		{"number", "x", `"x" is not a whole number`, ""},
		{"number", "11", "11 is outside the range 0 to 10", ""},
		{"above", "2", "2 is less than 3", ""},
		{"below", "4", "4 is more than 3", ""},
		{"size", "-1", `"-1" is not a size`, ""},
		{"size", "1XB", `"1XB" is not a size`, ""},
		{"percent", "101", "is not a percentage", ""},
		{"switch", "maybe", "is neither on nor off", ""},
		{"time", "soon", "is not a duration", ""},
		{"double", "NaN", "is not a number", ""},
		{"mode", "slwo", `"slwo" is not one of fast, slow`, `did you mean "slow"?`},
		{"fops", "lookupp", `"lookupp" is not a fop`, `did you mean "lookup"?`},
		{"fops", "stat qqqqq", `"qqqqq" is not a fop`, "see: windlass list --fops"},
		{"need", "", "option need is empty", "a dot is the directory of the volume file"},
		{"error", "EWHAT", "is not the name of an error", ""},
	} {
		_, ps := decode(t, tc.key, tc.value)
		require.Len(t, ps, 1, "%s %s", tc.key, tc.value)
		require.Contains(t, ps[0].Msg, tc.msg)
		require.Equal(t, tc.hint, ps[0].Hint)
		require.Equal(t, "/etc/g.vol:3:12", ps[0].Pos.String())
	}
	_, ps := decode(t, "number", "x", "siz", "1", "num", "3", "fops", "lokup,stat,opne")
	require.Len(t, ps, 5, "also the second value for one option, and each wrong name: %v", ps)
}

func TestProblemsOfGarbageStayShort(t *testing.T) {
	var ps xlator.Problems
	long, longErr := strings.Repeat("é", 1<<10), errors.New(strings.Repeat("x", 1<<20))
	for range 50_000 {
		ps.Add(xlator.Pos{File: "f"}, "", "unknown word %q: %v", long, longErr)
	}
	ps = ps.Unique()
	require.Len(t, ps, 1)
	require.Less(t, len(ps.Error()), 4096)

	// A file of a million wrong names is told of in the time that it takes to read it.
	var names []string
	for i := range 20_000 {
		names = append(names, fmt.Sprintf("%0200d", i))
	}
	began := time.Now()
	for range 50 {
		require.Empty(t, fops.Suggest(strings.Repeat("y", 10_000), names))
		require.Empty(t, fops.Suggest("y", names))
	}
	require.Less(t, time.Since(began), 10*time.Second)
}

func TestGraphsThatCannotBeBuilt(t *testing.T) {
	var reg xlator.Registry
	reg.Register(typeOf("test/leaf", 0, 0, &leaf{}), typeOf("test/one", 1, 1, struct{}{}), typeOf("test/many", 2, -1, struct{}{}))
	reg.Register(&xlator.Type{Name: "test/strict", Options: []xlator.Option{{Key: "need", Required: true}}, MaxChildren: -1, New: func(*xlator.Node) (any, error) { return struct{}{}, nil }})
	line := 0
	vol := func(name, typ string, subs ...string) xlator.VolumeSpec {
		line += 10
		v := xlator.VolumeSpec{Name: name, Type: typ, Pos: xlator.Pos{File: "g", Line: line, Column: 8}, TypePos: xlator.Pos{File: "g", Line: line + 1, Column: 10}}
		for i, s := range subs {
			v.Subvolumes = append(v.Subvolumes, xlator.SubvolumeSpec{Name: s, Pos: xlator.Pos{File: "g", Line: line + 2, Column: 16 + i}})
		}
		return v
	}
	for name, tc := range map[string]struct {
		volumes []xlator.VolumeSpec
		want    []string
	}{
		"empty":        {nil, []string{"the graph has no volume"}},
		"unknown type": {[]xlator.VolumeSpec{vol("a", "test/laef")}, []string{`unknown type "test/laef" (did you mean "test/leaf"?)`}},
		"twice":        {[]xlator.VolumeSpec{vol("a", "test/leaf"), vol("a", "test/leaf")}, []string{`volume "a" is defined twice`}},
		"undefined":    {[]xlator.VolumeSpec{vol("leaf", "test/leaf"), vol("b", "test/one", "laef")}, []string{`subvolume "laef" is not defined (did you mean "leaf"?)`}},
		"itself":       {[]xlator.VolumeSpec{vol("a", "test/one", "a")}, []string{`has itself as subvolume (a graph has no cycles)`}},
		"cycle":        {[]xlator.VolumeSpec{vol("a", "test/one", "b"), vol("b", "test/one", "a")}, []string{`subvolume "b" is defined only later`, "a graph has no cycles"}},
		"order":        {[]xlator.VolumeSpec{vol("a", "test/one", "b"), vol("b", "test/leaf")}, []string{"define it further up"}},
		"two tops":     {[]xlator.VolumeSpec{vol("a", "test/leaf"), vol("b", "test/leaf")}, []string{`volume "a" is nobody's subvolume: the graph has two tops`}},
		"too few":      {[]xlator.VolumeSpec{vol("a", "test/leaf"), vol("b", "test/many", "a")}, []string{"needs at least 2, has 1"}},
		"too many":     {[]xlator.VolumeSpec{vol("a", "test/leaf"), vol("b", "test/leaf", "a")}, []string{":16: volume \"b\": test/leaf takes no subvolumes, has 1 (remove"}},
		"required":     {[]xlator.VolumeSpec{vol("a", "test/strict")}, []string{`test/strict needs option "need"`}},
		"all at once": {
			[]xlator.VolumeSpec{vol("a", "test/laef"), vol("b", "test/one", "x"), vol("c", "test/strict", "b")},
			[]string{"unknown type", `subvolume "x"`, `needs option "need"`},
		},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := xlator.Build(&reg, &xlator.Spec{File: "g", Volumes: tc.volumes}, xlator.BuildOptions{Log: slog.New(slog.DiscardHandler)})
			var ps xlator.Problems
			require.ErrorAs(t, err, &ps)
			for _, want := range tc.want {
				require.Contains(t, err.Error(), want)
			}
			for _, p := range ps {
				require.Equal(t, "g", p.Pos.File, "every problem has its place")
			}
		})
	}
}

// lifecycle writes down what is done with it.
type lifecycle struct {
	name string
	said *[]string
	err  error
}

func (l *lifecycle) say(what string) { *l.said = append(*l.said, what+" "+l.name) }
func (l *lifecycle) Init() error     { l.say("init"); return l.err }
func (l *lifecycle) Fini()           { l.say("fini") }
func (l *lifecycle) Notify(e xlator.Event) {
	l.say(map[xlator.Event]string{xlator.EventUp: "up", xlator.EventDown: "down"}[e])
}

func TestLifeCycle(t *testing.T) {
	for _, fails := range []bool{false, true} {
		var said []string
		make3 := func(err error) *xlator.Graph {
			var reg xlator.Registry
			reg.Register(typeOf("t/leaf", 0, 0, &lifecycle{name: "leaf", said: &said}), typeOf("t/mid", 1, 1, &lifecycle{name: "mid", said: &said, err: err}), typeOf("t/top", 1, 1, &lifecycle{name: "top", said: &said}))
			g, e := xlator.Build(&reg, &xlator.Spec{Volumes: []xlator.VolumeSpec{
				{Name: "leaf", Type: "t/leaf"},
				{Name: "mid", Type: "t/mid", Subvolumes: []xlator.SubvolumeSpec{{Name: "leaf"}}},
				{Name: "top", Type: "t/top", Subvolumes: []xlator.SubvolumeSpec{{Name: "mid"}}},
			}}, xlator.BuildOptions{Log: slog.New(slog.DiscardHandler)})
			require.NoError(t, e)
			return g
		}
		if fails {
			require.ErrorContains(t, make3(syscall.ENODEV).Init(), `volume "mid": no such device`)
			require.Equal(t, []string{"init leaf", "init mid", "fini mid", "fini leaf"}, said)
			continue
		}
		g := make3(nil)
		require.NoError(t, g.Init())
		g.Fini()
		g.Fini()
		require.Equal(t, []string{"init leaf", "init mid", "init top", "up top", "up mid", "up leaf", "down top", "down mid", "down leaf", "fini top", "fini mid", "fini leaf"}, said)
	}
}

func TestRegistryRefusesNonsense(t *testing.T) {
	var reg xlator.Registry
	ok := typeOf("a/b", 0, 0, nil)
	reg.Register(ok)
	require.Panics(t, func() { reg.Register(typeOf("a/b", 0, 0, nil)) })
	require.Panics(t, func() { reg.Register(typeOf("ab", 0, 0, nil)) })
	require.Panics(t, func() { reg.Register(&xlator.Type{Name: "c/d"}) })
	got, found := reg.Lookup("a/b")
	require.True(t, found)
	require.Same(t, ok, got)
}

// TestDumpShowsOptions as a volume file would have them.
func TestDumpShowsOptions(t *testing.T) {
	var reg xlator.Registry
	typ := typeOf("t/leaf", 0, 0, &leaf{})
	typ.Options = testOptions
	reg.Register(typ)
	g, err := xlator.Build(&reg, &xlator.Spec{Volumes: []xlator.VolumeSpec{{Name: "leaf", Type: "t/leaf", Options: []xlator.OptionSpec{
		{Key: "need", Value: "/x"}, {Key: "list", Value: "a b"}, {Key: "time", Value: "1min"},
	}}}}, xlator.BuildOptions{Log: slog.New(slog.DiscardHandler)})
	require.NoError(t, err)
	var b strings.Builder
	require.NoError(t, g.Dump(&b))
	for _, want := range []string{"fops=lookup,stat", "list=a,b", "switch=on", "pass-through=off", "error=EIO", "size=4096", "time=1m0s"} {
		require.Contains(t, b.String(), "option."+want+"\n")
	}
}
