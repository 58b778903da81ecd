package volfile_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/windlassfs/windlass/xlator"
	"github.com/windlassfs/windlass/xlator/volfile"
)

const chain = `# storage first
volume store
    type storage/posix   # a comment behind a statement
    option directory /srv/data
end-volume

volume trace
    type debug/trace
    option include-ops "lookup, create"
    subvolumes store
end-volume
`

func TestParseNotesEveryPosition(t *testing.T) {
	s, err := volfile.Parse("x.vol", []byte(chain))
	require.NoError(t, err)
	at := func(line, column int) xlator.Pos { return xlator.Pos{File: "x.vol", Line: line, Column: column} }
	require.Equal(t, &xlator.Spec{File: "x.vol", Volumes: []xlator.VolumeSpec{
		{
			Name: "store", Pos: at(2, 8), Type: "storage/posix", TypePos: at(3, 10),
			Options: []xlator.OptionSpec{{Key: "directory", Value: "/srv/data", Pos: at(4, 12), ValuePos: at(4, 22)}},
		},
		{
			Name: "trace", Pos: at(7, 8), Type: "debug/trace", TypePos: at(8, 10),
			Options:    []xlator.OptionSpec{{Key: "include-ops", Value: "lookup, create", Pos: at(9, 12), ValuePos: at(9, 24)}},
			Subvolumes: []xlator.SubvolumeSpec{{Name: "store", Pos: at(10, 16)}},
		},
	}}, s)
}

// TestForms reads what GlusterFS reads too. The expectation is the canonical
// form without line breaks.
func TestForms(t *testing.T) {
	for name, tc := range map[string]struct{ in, want string }{
		"empty":               {"", ""},
		"only a comment":      {"# volume x", ""},
		"one line":            {"volume a type b/c end-volume volume d type e/f subvolumes a end-volume", "volume a|    type b/c|end-volume||volume d|    type e/f|    subvolumes a|end-volume|"},
		"DOS line ends":       {"volume a\r\n type b/c\r\nend-volume\r\n", "volume a|    type b/c|end-volume|"},
		"byte order mark":     {"\ufeffvolume a type b/c end-volume", "volume a|    type b/c|end-volume|"},
		"operand on new line": {"volume\na\ntype\nb/c\nend-volume", "volume a|    type b/c|end-volume|"},
		"subvolumes go on":    {"volume a type b/c subvolumes x\n  y\n z end-volume", "volume a|    type b/c|    subvolumes x y z|end-volume|"},
		"hash in a word":      {"volume a type b/c option k x#y # z\nend-volume", "volume a|    type b/c|    option k x#y|end-volume|"},
		"hash behind quotes":  {"volume a type b/c option k \"x\"#y\nend-volume", "volume a|    type b/c|    option k x|end-volume|"},
		"escapes":             {`volume a type b/c option k "q\"b\\n\nt\` + "`" + `" end-volume`, `volume a|    type b/c|    option k "q\"b\\nnt\` + "`" + `"|end-volume|`},
		"empty value":         {`volume a type b/c option k "" end-volume`, `volume a|    type b/c|    option k ""|end-volume|`},
		"quoted keyword":      {`volume "volume" type b/c option "type" "option" end-volume`, `volume "volume"|    type b/c|    option "type" "option"|end-volume|`},
		"upper case as word":  {`volume Volume type b/c end-volume`, "volume Volume|    type b/c|end-volume|"},
		"bytes beyond ASCII":  {"volume ä\xff type b/c end-volume", "volume ä\xff|    type b/c|end-volume|"},
		"type last":           {"volume a subvolumes x type b/c end-volume", "volume a|    type b/c|    subvolumes x|end-volume|"},
		"hash first":          {`volume a type b/c option k "#x" end-volume`, `volume a|    type b/c|    option k "#x"|end-volume|`},
	} {
		t.Run(name, func(t *testing.T) {
			s, err := volfile.Parse("f", []byte(tc.in))
			require.NoError(t, err)
			require.Equal(t, tc.want, strings.ReplaceAll(string(volfile.Format(s)), "\n", "|"))
		})
	}
}

func TestProblems(t *testing.T) {
	const ok = "volume a\ntype b/c\nend-volume\n"
	for name, tc := range map[string]struct {
		in   string
		want []string
	}{
		"no end-volume at the end": {"volume a\ntype b/c\n", []string{`f:3:1: volume "a" has no end-volume (it begins at f:1:1; write end-volume before this)`}},
		"no end-volume before the next": {"volume a\ntype b/c\nvolume d\ntype b/c\nend-volume", []string{
			`f:3:1: volume "a" has no end-volume (it begins at f:1:1; write end-volume before this)`,
		}},
		"end-volume alone":      {"end-volume", []string{"f:1:1: end-volume without volume (there is no volume open here)"}},
		"option outside":        {ok + " option k v\n" + "volume d type b/c end-volume", []string{`f:4:2: "option" outside of a volume (write it between volume NAME and end-volume)`}},
		"type outside":          {"type b/c", []string{`f:1:1: "type" outside of a volume (write it between volume NAME and end-volume)`}},
		"subvolumes outside":    {"subvolumes b c", []string{`f:1:1: "subvolumes" outside of a volume (write it between volume NAME and end-volume)`}},
		"no type":               {"volume a\nend-volume", []string{`f:1:8: volume "a" has no type (write a line: type CATEGORY/NAME)`}},
		"empty type":            {"volume a\ntype \"\"\nend-volume", []string{`f:2:6: the type of volume "a" is empty`}},
		"two types":             {"volume a\ntype b/c\ntype d/e\nend-volume", []string{`f:3:1: volume "a" has two types (it has type "b/c")`}},
		"no name":               {"volume\ntype b/c\nend-volume", []string{`f:1:1: "volume" needs a name behind it (if type is meant as a word, put it into quotes: "type")`}},
		"empty name":            {"volume \"\"\ntype b/c\nend-volume", []string{`f:1:8: the name of a volume is empty`}},
		"no subvolumes":         {"volume a\ntype b/c\nsubvolumes\nend-volume", []string{`f:3:1: "subvolumes" needs at least one name behind it (if end-volume is meant as a word, put it into quotes: "end-volume")`}},
		"subvolumes at the end": {"volume a type b/c subvolumes", []string{`f:1:19: "subvolumes" needs at least one name behind it`, `f:1:29: volume "a" has no end-volume (it begins at f:1:1; write end-volume before this)`}},
		"subvolumes twice":      {"volume a\ntype b/c\nsubvolumes x\nsubvolumes y\nend-volume", []string{`f:4:1: volume "a" has subvolumes twice (name all of them behind one subvolumes)`}},
		"no value":              {"volume a\ntype b/c\noption k\nend-volume", []string{`f:3:8: "k" needs a value behind it (if end-volume is meant as a word, put it into quotes: "end-volume")`}},
		"no key":                {"volume a\ntype b/c\noption\noption k v\nend-volume", []string{`f:3:1: "option" needs a key and a value behind it (if option is meant as a word, put it into quotes: "option")`}},
		"value with spaces":     {"volume a\ntype b/c\noption k v w x\nend-volume", []string{`f:3:12: unexpected word "w" (a value with spaces is put into quotes)`}},
		"open quotes":           {"volume a\ntype b/c\noption k \"v w\nend-volume", []string{`f:3:10: the quoted word has no end (close it with " on the same line; \" is a quote within)`}},
		"open quotes at the end": {"volume a type b/c option k \"v\\", []string{
			`f:1:28: the quoted word has no end (close it with " on the same line; \" is a quote within)`,
			`f:1:31: volume "a" has no end-volume (it begins at f:1:1; write end-volume before this)`,
		}},
		"glued quotes": {"volume a type b/c\noption k v\"w x\"\nend-volume", []string{`f:2:11: "w x" is glued to the word before it (put the whole word into quotes)`}},
		"backslash":    {`volume a type b/c option k v\w end-volume`, []string{`f:1:29: a backslash outside of quotes (put the whole word into quotes and write \\ for a backslash)`}},
		"backticks":    {"volume a type b/c option k `rm -rf /` end-volume", []string{"f:1:28: commands in backticks are not executed (write the value itself; for a literal backtick put \\` into quotes)"}},
		"open backtick": {"volume a type b/c option k `rm\nend-volume", []string{
			"f:1:28: commands in backticks are not executed (write the value itself; for a literal backtick put \\` into quotes)",
		}},
		"backticks in quotes": {"volume a type b/c option k \"x`id`\" end-volume", []string{"f:1:30: commands in backticks are not executed (write the value itself; for a literal backtick put \\` into quotes)"}},
		"upper case":          {"Volume a\ntype b/c\nEND-VOLUME", []string{`f:1:1: unknown keyword "Volume" (keywords are lower case: volume)`, `f:3:1: unknown keyword "END-VOLUME" (keywords are lower case: end-volume)`}},
		"misspelt":            {"volume a\ntype b/c\noptoin k v\nend_volume", []string{`f:3:1: unknown keyword "optoin" (did you mean "option"?)`, `f:4:1: unknown keyword "end_volume" (did you mean "end-volume"?)`}},
		"misspelt behind subvolumes": {"volume a\ntype b/c\nsubvolumes x\nendvolume\n", []string{
			`f:4:1: unknown keyword "endvolume" (did you mean "end-volume"?)`,
		}},
		"quoted keyword": {"\"volume\" a type b/c end-volume", []string{`f:1:1: unexpected word "volume" (keywords are written without quotes)`}},
		"junk":           {"[graph]\nx = y\n" + ok, []string{`f:1:1: unknown keyword "[graph]" (a statement begins with volume, type, option, subvolumes, end-volume)`}},
		"NUL":            {"volume a\nty\x00pe b/c", []string{"f:2:3: a NUL byte: this is not text (is it a volume file?)"}},
		"all at once": {"option x y\nvolume a\nvolume b\ntype q/r\noptino k v\nsubvolumes\nend-volume", []string{
			`f:1:1: "option" outside of a volume (write it between volume NAME and end-volume)`,
			`f:2:8: volume "a" has no type (write a line: type CATEGORY/NAME)`,
			`f:3:1: volume "a" has no end-volume (it begins at f:2:1; write end-volume before this)`,
			`f:5:1: unknown keyword "optino" (did you mean "option"?)`,
			`f:6:1: "subvolumes" needs at least one name behind it (if end-volume is meant as a word, put it into quotes: "end-volume")`,
		}},
	} {
		t.Run(name, func(t *testing.T) {
			s, err := volfile.Parse("f", []byte(tc.in))
			require.NotNil(t, s)
			var ps xlator.Problems
			require.ErrorAs(t, err, &ps)
			var got []string
			for _, p := range ps {
				got = append(got, p.String())
			}
			require.Equal(t, tc.want, got)
		})
	}
}

func TestWhatCouldBeReadIsReturned(t *testing.T) {
	s, err := volfile.Parse("f", []byte("volume a\ntpye b/c\noption k v w\nsubvolumes x\nend-volume\nvolume\nend-volume\nvolume c type d/e"))
	require.Error(t, err)
	require.Equal(t, "volume a\n    type b/c\n    option k v\n    subvolumes x\nend-volume\n\nvolume c\n    type d/e\nend-volume\n", string(volfile.Format(s)))
}

func TestReadFile(t *testing.T) {
	name := filepath.Join(t.TempDir(), "x.vol")
	_, err := volfile.ReadFile(name)
	require.ErrorIs(t, err, fs.ErrNotExist)
	require.NoError(t, os.WriteFile(name, []byte(chain), 0o600))
	s, err := volfile.ReadFile(name)
	require.NoError(t, err)
	require.Equal(t, name, s.File)
	require.Len(t, s.Volumes, 2)
	_, err = volfile.ReadFile("/dev/zero")
	require.ErrorContains(t, err, "not a volume file")
}

func TestFormatReplacesWhatHasNoForm(t *testing.T) {
	require.Equal(t, "plain", volfile.Quote("plain"))
	require.Equal(t, `"a b  c"`, volfile.Quote("a\nb\x00 c"))
}

// FuzzParse looks for texts that make the parser panic, put a problem outside
// of the text, or that read back differently from how they are written.
func FuzzParse(f *testing.F) {
	f.Add([]byte(chain))
	f.Add([]byte("volume a type b/c option k \"q\\\"b\\\\n\" subvolumes x y end-volume"))
	f.Add([]byte("volume volume \"\nend-volume `x` \\ # \x00"))
	f.Add([]byte("Volume a\r\ntpye \"b/c\" option `x y` z\r\nend-volume"))
	f.Fuzz(func(t *testing.T, text []byte) {
		s, err := volfile.Parse("f", text)
		require.NotNil(t, s)
		if err != nil {
			var ps xlator.Problems
			require.True(t, errors.As(err, &ps))
			lines := strings.Split(string(text), "\n")
			for _, p := range ps {
				require.LessOrEqual(t, p.Pos.Line, len(lines))
				require.LessOrEqual(t, p.Pos.Column, len(lines[p.Pos.Line-1])+1)
			}
		}
		for _, v := range s.Volumes {
			if v.Type == "" {
				return // reads back as a problem
			}
		}
		out := volfile.Format(s)
		again, err := volfile.Parse("f", out)
		require.NoError(t, err, "%s", out)
		require.Equal(t, plain(s), plain(again))
		require.Equal(t, string(out), string(volfile.Format(again)))
	})
}

// plain returns a spec without positions and without the difference between
// no list and an empty one.
func plain(s *xlator.Spec) [][]string {
	var out [][]string
	for _, v := range s.Volumes {
		l := []string{v.Name, v.Type}
		for _, o := range v.Options {
			l = append(l, "option", o.Key, o.Value)
		}
		for _, c := range v.Subvolumes {
			l = append(l, "subvolume", c.Name)
		}
		out = append(out, l)
	}
	return out
}
