package main

import (
	"encoding/json"
	"math"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/windlassfs/windlass/xlator"
)

const goodGraph = `volume store
    type storage/posix
    option directory .
end-volume
volume trace
    type debug/trace
    option include-ops lookup,stat
    subvolumes store
end-volume
volume replies
    type features/replies
    subvolumes trace
end-volume
`

const badGraph = `volume store
    type storage/posxi
    option directory .
end-volume
volume trace
    type debug/trace
    option inclde-ops lookup
    option style middle
    subvolumes stroe
end-volume
`

func TestCheck(t *testing.T) {
	const badLines = `DIR/bad.vol:2:10: volume "store": unknown type "storage/posxi" (did you mean "storage/posix"?)
DIR/bad.vol:7:12: volume "trace": debug/trace has no option "inclde-ops" (did you mean "include-ops"?)
DIR/bad.vol:8:18: volume "trace": option style: "middle" is not one of short, long
DIR/bad.vol:9:16: volume "trace": subvolume "stroe" is not defined (did you mean "store"?)
`
	script := func(name string) string {
		return "volume store\ntype storage/posix\noption directory .\nend-volume\nvolume s\ntype scripting/python\noption script " + name + "\nsubvolumes store\nend-volume\n"
	}
	dir := write(t, map[string]string{
		"good.vol": goodGraph, "bad.vol": badGraph, "parse.vol": "volume a\ntype storage/posix\n",
		"all/g.vol": goodGraph, "all/sub/h.vol": goodGraph, "all/x_test.py": "bad", "all/.git/bad.vol": badGraph, "all/.hidden.vol": badGraph, "all/notes.txt": "bad",
		"empty/notes.txt": "", "script.vol": script("bad.py"), "bad.py": "bad", "missing.vol": script("missing.py"),
	})
	for _, tc := range []struct {
		name  string
		paths []string
		code  int
		out   string
	}{
		{"good", []string{"good.vol"}, exitOK, "OK\n"},
		{"directory", []string{"all"}, exitOK, "OK\n"},
		{"bad", []string{"bad.vol"}, exitGraph, badLines},
		{"several", []string{"good.vol", "bad.vol"}, exitGraph, badLines},
		{"does not parse", []string{"parse.vol"}, exitGraph, "DIR/parse.vol:3:1: volume \"a\" has no end-volume"},
		{"script", []string{"script.vol"}, exitScript, "DIR/bad.py:3:5: there is no fop for lokup_fop (did you mean \"lookup_fop\"?)\n"},
		{"said once", []string{"script.vol", "script.vol"}, exitScript, "DIR/bad.py:3:5: there is no fop for lokup_fop (did you mean \"lookup_fop\"?)\n"},
		{"script is missing", []string{"missing.vol"}, exitScript, "DIR/missing.py: there is no such file\n"},
		{"both", []string{"script.vol", "bad.vol"}, exitGraph, "DIR/bad.py:3:5: "},
	} {
		t.Run(tc.name, func(t *testing.T) {
			args := []string{"check"}
			for _, p := range tc.paths {
				args = append(args, filepath.Join(dir, p))
			}
			w, code := runIn(args...)
			got := strings.ReplaceAll(w.out.String(), dir, "DIR")
			if strings.HasSuffix(tc.out, "\n") {
				require.Equal(t, tc.out, got)
			} else {
				require.Contains(t, got, tc.out)
			}
			require.Equal(t, tc.code, code)
			require.Empty(t, w.err.String())

			w, jsonCode := runIn(append(args, "--json")...)
			require.Equal(t, code, jsonCode)
			var rep checkReport
			require.NoError(t, json.Unmarshal([]byte(w.out.String()), &rep))
			require.Equal(t, code == exitOK, rep.OK)
			require.Equal(t, code == exitOK, len(rep.Problems) == 0)
			require.NotEmpty(t, rep.Files)
		})
	}
	w, code := runIn("check", filepath.Join(dir, "empty"), filepath.Join(dir, "nope"))
	require.Equal(t, exitUsage, code)
	require.Equal(t, "windlass: DIR/empty: there is nothing to check in it\n  hint: a graph ends in .vol, a script in .py\nwindlass: DIR/nope: there is no such file or directory\n  hint: a graph ends in .vol, a script in .py\n", strings.ReplaceAll(w.err.String(), dir, "DIR"))
}

func TestCheckJSON(t *testing.T) {
	dir := write(t, map[string]string{"bad.vol": badGraph})
	w, _ := runIn("check", "--json", filepath.Join(dir, "bad.vol"))
	require.Contains(t, w.out.String(), `{
      "file": "`+dir+`/bad.vol",
      "line": 9,
      "column": 16,
      "message": "volume \"trace\": subvolume \"stroe\" is not defined",
      "hint": "did you mean \"store\"?",
      "script": false
    }`)
}

func TestLayers(t *testing.T) {
	dir := write(t, map[string]string{"g.vol": goodGraph, "a b.py": "good", "bad.py": "bad"})
	vol := filepath.Join(dir, "g.vol")
	for _, tc := range []struct {
		name string
		args []string
		want string // volumes from the top, or messages
	}{
		{"directory", []string{dir}, "posix"},
		{"first is topmost", []string{"-x", "trace", "-x", "features/replies", dir}, "trace replies posix"},
		{"on a graph", []string{"-x", "trace", vol}, "trace-2 replies trace store"},
		{"names are made different", []string{"-x", "trace", "-x", "trace", "-x", "trace", dir}, "trace-3 trace-2 trace posix"},
		{"script", []string{"-x", filepath.Join(dir, "a b.py"), dir}, "a b posix"},
		{"options", []string{"-x", `trace,include-ops=lookup\,stat,style=long`, dir}, "trace posix"},
		{"override", []string{vol, "--xlator-option", "trace.style=long", "--xlator-option", "trace.include=stat"}, "replies trace store"},
		{"short name of an alias", []string{"-x", "strace", dir}, "strace posix"},
		{"comma in a name", []string{"-x", "a,b.py", dir}, "-x: unknown type \"a\" (a comma in a name is written \\,)\n"},
		{"short name unknown", []string{"-x", "trce", dir}, "-x: unknown type \"trce\" (did you mean \"trace\"?)\n"},
		{"unknown", []string{"-x", "debug/trce", dir}, "-x: volume \"trce\": unknown type \"debug/trce\" (did you mean \"debug/trace\"?)\n"},
		{"empty", []string{"-x", "", dir}, "-x: \"\" names no layer (a layer is a script (x.py) or a type (debug/trace))\n"},
		{"no value", []string{"-x", "trace,style", dir}, "-x: trace: \"style\" has no value (an option is given as KEY=VALUE; a comma in a value is written \\,)\n"},
		{"wrong option", []string{"-x", "trace,stile=long", dir}, "-x: volume \"trace\": debug/trace has no option \"stile\" (did you mean \"style\"?)\n"},
		{"bad script", []string{"-x", filepath.Join(dir, "bad.py"), dir}, "DIR/bad.py:3:5: there is no fop for lokup_fop (did you mean \"lookup_fop\"?)\n"},
		{"wrong overrides", []string{vol, "--xlator-option", "trce.style=long", "--xlator-option", "x", "--xlator-option", "trace.style=x"}, "--xlator-option: \"trce.style=long\": there is no volume \"trce\" (did you mean \"trace\"?)\n--xlator-option: \"x\" is not VOLUME.KEY=VALUE (it looks like: trace.include-ops=lookup)\n--xlator-option: volume \"trace\": option style: \"x\" is not one of short, long\n"},
		{"no file", []string{filepath.Join(dir, "no.vol")}, "windlass: DIR/no.vol: there is no such file\n  hint: SOURCE is a volume file or a directory\n"},
		{"nearly", []string{filepath.Join(dir, "g.vlo")}, "windlass: DIR/g.vlo: there is no such directory\n  hint: did you mean \"DIR/g.vol\"?\n"},
		{"no script as source", []string{filepath.Join(dir, "no.py")}, "windlass: DIR/no.py is a script, not a graph\n  hint: a script goes above something: -x DIR/no.py SOURCE\n"},
		{"no directory", []string{filepath.Join(dir, "no")}, "windlass: DIR/no: there is no such directory\n  hint: SOURCE is a volume file or a directory\n"},
		{"script as source", []string{filepath.Join(dir, "bad.py")}, "windlass: DIR/bad.py is a script, not a graph\n  hint: a script goes above something: -x DIR/bad.py SOURCE\n"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			w, code := runIn(append([]string{"explain"}, tc.args...)...)
			if strings.HasSuffix(tc.want, "\n") {
				require.NotEqual(t, exitOK, code)
				require.Equal(t, tc.want, strings.ReplaceAll(w.err.String(), dir, "DIR"))
				return
			}
			require.Empty(t, w.err.String())
			head, _, _ := strings.Cut(w.out.String(), "\n")
			require.Equal(t, "FOP "+tc.want, strings.Join(strings.Fields(head), " "))
		})
	}
}

// TestShortNameOfTwo: a name without category must mean one type.
func TestShortNameOfTwo(t *testing.T) {
	w := fakeWorld("windlass", "explain", "-x", "trace", t.TempDir())
	dup, _ := w.Registry.Lookup("debug/trace")
	other := *dup
	other.Name, other.Aliases = "features/trace", nil
	w.Registry.Register(&other)
	require.Equal(t, exitGraph, run(w.world))
	require.Equal(t, "-x: unknown type \"trace\" (it may be debug/trace or features/trace)\n", w.err.String())
}

func TestExplain(t *testing.T) {
	dir := write(t, map[string]string{"g.vol": goodGraph})
	vol := filepath.Join(dir, "g.vol")
	w, code := runIn("explain", vol)
	require.Equal(t, exitOK, code)
	table := make(map[string]string)
	for line := range strings.Lines(w.out.String()) {
		name, rest, _ := strings.Cut(line, " ")
		table[name] = strings.Join(strings.Fields(rest), " ")
	}
	require.Equal(t, "replies trace store", table["FOP"])
	require.Equal(t, "reply both fop", table["lookup"])
	require.Equal(t, "fop both fop", table["stat"])
	require.Equal(t, "- - fop", table["open"])
	require.Equal(t, "- - ENOSYS", table["bmap"])

	w, code = runIn("explain", vol, "--fop", "lookup,bmap")
	require.Equal(t, exitOK, code)
	require.Equal(t, `lookup: Find a name in a directory.
  replies  features/replies  handles the reply only
  trace    debug/trace       handles the fop and the reply
  store    storage/posix     answers the fop
  way: replies > trace > store

bmap: Map a block of a file to a block of the device.
  replies  features/replies  is passed by
  trace    debug/trace       is passed by
  store    storage/posix     answers ENOSYS: it has no handler
  way: store
`, w.out.String())

	w, code = runIn("explain", vol, "--fop", "stat", "--json")
	require.Equal(t, exitOK, code)
	var rep explainJSON
	require.NoError(t, json.Unmarshal([]byte(w.out.String()), &rep))
	require.Equal(t, []wayJSON{{"stat", []string{"replies", "trace", "store"}, map[string]string{"replies": "fop", "trace": "both", "store": "fop"}, false}}, rep.Fops)
	require.Equal(t, volumeJSON{"replies", "features/replies", []string{"trace"}}, rep.Volumes[0])
}

func TestList(t *testing.T) {
	for _, tc := range []struct {
		args string
		want string
	}{
		{"", "debug/trace       Log what passes.\nfeatures/broken   Fail to start.\nfeatures/replies  Look at replies.\nscripting/python  A script.\nstorage/posix     A directory.\n"},
		{"debug/*", "debug/trace  Log what passes.\n"},
		{"*race*", "debug/trace  Log what passes.\n"},
		{"trace", "debug/trace  Log what passes.\n"},
		{"strace", "debug/trace  Log what passes.\n"},
		{"-v trace", "debug/trace  Log what passes.\n             also: debug/strace\n             subvolumes: 1\n             option include-ops fops\n             option style short|long\n"},
		{"-v replies", "features/replies  Look at replies.\n                  subvolumes: 1 to 2\n"},
		{"--options trace", "OPTION        VALUE                           DEFAULT  MEANING\ninclude-ops   fops                            all      The fops that are logged. Also: include.\nstyle         short|long                      short    How they are written.\nlog-level     debug|info|warning|error|none  info     The least severity of messages of this translator that are logged.\npass-through  bool                            off      Leave the translator in the graph but let every fop go past it.\n"},
		{"--options storage/posix *m*", "OPTION  VALUE      DEFAULT  MEANING\numask   int 0–511  0        Bits that are taken off.\n"},
		{"--options storage/posix dir*", "OPTION     VALUE  DEFAULT   MEANING\ndirectory  path   required  The directory that is served.\n"},
		{"--fops s?at", "FOP   ON     CHANGES  MEANING\nstat  inode  -        Get the attributes of an object.\n"},
		{"--fops stat -v", "stat_fop(frame, this, loc: Loc, xdata: Dict)\nstat_cbk(frame, cookie, this, op_ret, op_errno, buf: Iatt, xdata: Dict)\n    Get the attributes of an object.\n"},
	} {
		t.Run(tc.args, func(t *testing.T) {
			w, code := runIn(append([]string{"list"}, strings.Fields(tc.args)...)...)
			require.Equal(t, exitOK, code, w.err.String())
			squeeze := func(s string) string {
				var lines []string
				for line := range strings.Lines(s) {
					lines = append(lines, strings.Join(strings.Fields(line), " "))
				}
				return strings.Join(lines, "\n")
			}
			require.Equal(t, squeeze(tc.want), squeeze(w.out.String()))
			w, code = runIn(append([]string{"list", "--json"}, strings.Fields(tc.args)...)...)
			require.Equal(t, exitOK, code)
			var list []struct{ Name, Key string }
			require.NoError(t, json.Unmarshal([]byte(w.out.String()), &list))
			require.NotEmpty(t, list[0].Name+list[0].Key)
		})
	}
}

// TestKindsOfOptions: bounds are written as a volume file would have them.
func TestKindsOfOptions(t *testing.T) {
	for want, o := range map[string]xlator.Option{
		"size 4KB–1TB":        {Type: xlator.Size, HasRange: true, Min: 4096, Max: 1 << 40},
		"size 0–1000":         {Type: xlator.Size, HasRange: true, Max: 1000},
		"int 0–1099511627776": {Type: xlator.Int, HasRange: true, Max: 1 << 40},
		"int, at least 1":     {Type: xlator.Int, HasRange: true, Min: 1, Max: math.MaxInt64},
		"double 0.5–2.25":     {Type: xlator.Double, HasRange: true, Min: .5, Max: 2.25},
		"fast|slow":           {Type: xlator.Enum, Values: []string{"fast", "slow"}},
	} {
		j := describe(&o, false)
		require.Equal(t, want, j.kind())
	}
}

func TestRegistryOfTheProgram(t *testing.T) {
	for _, typ := range registry().Types() {
		require.NotEmpty(t, typ.Summary, typ.Name)
		for _, o := range typ.Options {
			require.NotEmpty(t, o.Doc, "%s: %s", typ.Name, o.Key)
			_, err := o.Parse(o.Default, "")
			require.NoError(t, err, "%s: default of %s", typ.Name, o.Key)
		}
	}
}
