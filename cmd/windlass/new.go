package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/scripting"
	"github.com/windlassfs/windlass/scripting/scripttest"
)

func newVerb(w *world) verb {
	return verb{
		&cli.Command{
			Name:      "new",
			Usage:     "begin a translator: script, test, graph and editor settings",
			ArgsUsage: "NAME",
			Category:  catGraph,
			Description: "Makes a directory with NAME.py, which passes on the fops that are named; graph.vol,\nwhich mounts it above the directory data; a README.md with the commands; and for\neditors windlass.pyi and pyrightconfig.json. With --test also NAME_test.py and\nwindlass_testing.pyi.\n\n" +
				"Everything passes \"windlass check\" and \"windlass test\" as it is. A file that is\nthere is never overwritten: then nothing is written at all.",
			Flags: []cli.Flag{
				&cli.StringSliceFlag{Name: "fops", Usage: "handle these fops: `FOP,…`", Value: cli.NewStringSlice("lookup")},
				&cli.BoolFlag{Name: "test", Usage: "write a test, too"},
				&cli.StringFlag{Name: "dir", Usage: "where the files go: `DIR` (default: NAME)"},
			},
			Action: func(c *cli.Context) error {
				if err := wantArgs(c, 1, 1); err != nil {
					return err
				}
				return w.newScript(c.Args().First(), c.String("dir"), splitLists(c.StringSlice("fops")), c.Bool("test"))
			},
		},
		[]example{
			{"windlass new audit", "passes look-ups on"},
			{"windlass new quota --fops create,writev,unlink --test", "with a test"},
			{"windlass new audit --dir translators --fops unlink,rmdir", ""},
		},
	}
}

var scriptName = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_]*$`)

// taken are names that a script cannot have, since it would hide a module.
var taken = []string{"windlass", "windlass_testing", "errno", "os", "stat", "sys", "time", "math", "string", "fnmatch", "re", "json", "struct", "random", "gluster", "logging", "threading", "typing", "types", "abc", "io", "copy", "enum", "queue", "hashlib", "datetime", "collections", "functools", "itertools", "contextlib", "operator", "builtins"}

// A rendered file is one that is about to be written.
type rendered struct{ name, text string }

// newScript writes a translator to begin with.
func (w *world) newScript(name, dir string, names []string, test bool) error {
	var errs []error
	base := strings.TrimSuffix(name, ".py")
	switch {
	case !scriptName.MatchString(base):
		better := strings.Map(func(r rune) rune {
			if r == '-' || r == ' ' || r == '.' {
				return '_'
			}
			return r
		}, filepath.Base(base))
		hint := "letters, digits and _"
		if scriptName.MatchString(better) {
			hint = didYouMean(better, hint)
		}
		errs = append(errs, usage(hint, "%q cannot be the name of a script", name))
	case slices.Contains(taken, base):
		errs = append(errs, usage("another name", "a script called %s would hide the module of that name", base))
	case strings.HasSuffix(base, "_test"):
		errs = append(errs, usage(didYouMean(strings.TrimSuffix(base, "_test"), ""), "%s.py would be taken for a test", base))
	}
	var ops []fops.Op
	for _, n := range names {
		op, ok := fops.ParseOp(strings.TrimSuffix(n, "_fop"))
		switch {
		case !ok:
			errs = append(errs, usage(didYouMean(fops.Suggest(n, fops.Names()), "see: windlass list --fops"), "there is no fop %q", n))
		case !slices.Contains(ops, op):
			ops = append(ops, op)
		}
	}
	if len(names) == 0 {
		errs = append(errs, usage("see: windlass list --fops", "--fops names no fop"))
	}
	if err := errors.Join(errs...); err != nil {
		return err
	}
	if dir == "" {
		dir = base
	}
	files := []rendered{
		{base + ".py", scriptText(base, ops)},
		{"graph.vol", graphText(base)},
		{"README.md", readmeText(base, ops, test)},
		{"windlass.pyi", scripting.Stub()},
		{"pyrightconfig.json", editorText()},
	}
	if test {
		files = append(files, rendered{base + "_test.py", testText(base, ops)}, rendered{"windlass_testing.pyi", scripttest.Stub()})
	}
	if err := writeNew(dir, files); err != nil {
		return err
	}
	for _, f := range files {
		fmt.Fprintln(w.Stdout, filepath.Join(dir, f.name))
	}
	fmt.Fprintf(w.Stderr, "windlass: try it: windlass check %s\n", dir)
	return nil
}

// writeNew writes all files, or none.
func writeNew(dir string, files []rendered) error {
	var errs []error
	for _, f := range files {
		path := filepath.Join(dir, f.name)
		if _, err := os.Lstat(path); err == nil {
			errs = append(errs, usage("another name, or --dir DIR", "%s is there already; nothing was written", path))
		} else if !errors.Is(err, fs.ErrNotExist) {
			errs = append(errs, usage("", "%v", err))
		}
	}
	if err := errors.Join(errs...); err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Join(dir, "data"), 0o755); err != nil {
		return fail(exitUsage, "", "%v", err)
	}
	for i, f := range files {
		if err := writeNewFile(filepath.Join(dir, f.name), f.text); err != nil {
			for _, g := range files[:i] {
				_ = os.Remove(filepath.Join(dir, g.name))
			}
			return fail(exitRuntime, "", "%v", err)
		}
	}
	return nil
}

// writeNewFile never follows a link and never overwrites.
func writeNewFile(path, text string) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = f.WriteString(text)
	if err := errors.Join(err, f.Close()); err != nil {
		_ = os.Remove(path)
		return err
	}
	return nil
}

// positional returns the names of parameters, each behind a comma.
func positional(ps []fops.Param) string {
	s := ""
	for _, p := range fops.Positional(ps) {
		s += ", " + p.Name
	}
	return s
}

func scriptText(name string, ops []fops.Op) string {
	var b strings.Builder
	fmt.Fprintf(&b, `"""%s: say here what it is for.

What this class does not define passes it by. Take out what you do not need; for
more fops: windlass list --fops.
"""
from windlass import *

API = 1

OPTIONS = [
    Option("verbose", "bool", default=False, desc="Log each request."),
]


class xlator(Translator):
    def __init__(self, this):
        Translator.__init__(self, this)
        self.verbose = self.options["verbose"]

    def say(self, frame, what):
        if self.verbose:
            self.log.info("%%s %%s", frame.op, what)
`, name)
	for _, op := range ops {
		row := op.Spec()
		in, out := positional(row.In), positional(row.Out)
		what := `""`
		for _, p := range fops.Positional(row.In) {
			if p.In == "Loc" || p.In == "Fd" && what == `""` {
				what = p.Name + ".path"
				if p.In == "Loc" {
					break
				}
			}
		}
		if op == fops.OpStatx {
			what = "loc.path"
		}
		fmt.Fprintf(&b, `
    def %[1]s_fop(self, frame, this%[2]s):
        """%[4]s"""
        self.say(frame, %[5]s)
        self.wind_%[1]s(frame%[2]s)

    def %[1]s_cbk(self, frame, cookie, this, op_ret, op_errno%[3]s):
        self.unwind_%[1]s(frame, op_ret, op_errno%[3]s)
`, op, in, out, row.Doc, what)
	}
	return b.String()
}

func graphText(name string) string {
	return fmt.Sprintf(`# windlass mount graph.vol MOUNTPOINT
# Names of files count from this one. The last volume is the top.

volume storage
    type storage/posix
    option directory data
end-volume

volume %[1]s
    type scripting/python
    option script %[1]s.py
    option verbose on
    subvolumes storage
end-volume
`, name)
}

func readmeText(name string, ops []fops.Op, test bool) string {
	var names []string
	for _, op := range ops {
		names = append(names, "`"+op.String()+"`")
	}
	check := "    windlass check .             # find mistakes without running anything\n"
	if test {
		check += fmt.Sprintf("    windlass test --cover .      # run %s_test.py, without a mount\n    windlass test --watch .      # again after each change\n", name)
	}
	return fmt.Sprintf(`# %[1]s

Say here what it is for. %[1]s.py handles %[2]s and passes them on; everything else passes it by.

%[3]s
As root, with the directory data below it:

    mkdir -p /tmp/%[1]s
    windlass mount graph.vol /tmp/%[1]s
    windlass umount /tmp/%[1]s

Or above any directory: `+"`windlass mount -x %[1]s.py,verbose=on SOURCE MOUNTPOINT`"+`.

windlass.pyi describes what a script sees, for editors and people.
`, name, strings.Join(names, ", "), check)
}

func editorText() string {
	text, err := json.MarshalIndent(map[string]any{
		"pythonVersion": "3.11",
		// The module is part of windlass: there is only its stub.
		"reportMissingModuleSource":       false,
		"reportWildcardImportFromLibrary": false,
	}, "", "  ")
	if err != nil {
		panic(err) // it is a constant
	}
	return string(text) + "\n"
}

func testText(name string, ops []fops.Op) string {
	var b strings.Builder
	fmt.Fprintf(&b, `"""windlass test %[1]s_test.py

t drives %[1]s.py: t.lookup("/a") sends a fop to it, t.child is what it winds to.
windlass_testing.pyi describes all of it.
"""
import errno

from windlass import *
from windlass_testing import Test
`, name)
	for _, op := range ops {
		before, call := testCall(op)
		fmt.Fprintf(&b, "\n\ndef test_%s_passes_on(t: Test):\n", op)
		for _, l := range before {
			fmt.Fprintf(&b, "    %s\n", l)
		}
		fmt.Fprintf(&b, "    t.child.expect(%q, times=1)\n    r = %s\n    assert r.ok\n", op.String(), call)
		fmt.Fprintf(&b, "\n\ndef test_%s_passes_errors_on(t: Test):\n", op)
		for _, l := range before {
			fmt.Fprintf(&b, "    %s\n", l)
		}
		fmt.Fprintf(&b, "    t.child.answer(%q, errno=errno.EIO)\n    r = %s\n    assert r.op_errno == errno.EIO\n", op.String(), call)
	}
	before, call := testCall(ops[0])
	fmt.Fprintf(&b, `

def test_says_what_passes_if_asked(t: Test):
    t.load(verbose=True)
    %[1]s
    assert t.logs[-1].startswith(%[2]q)


def test_says_nothing_else(t: Test):
    %[1]s
    assert t.logs == []
`, strings.Join(append(before, call), "\n    "), ops[0].String())
	return b.String()
}

// noMemory are fops that the filesystem of a fake child does not know: a test
// has to say what it answers.
var noMemory = []fops.Op{
	fops.OpLk, fops.OpInodelk, fops.OpFinodelk, fops.OpEntrylk, fops.OpFentrylk, fops.OpXattrop, fops.OpFxattrop, fops.OpFallocate,
	fops.OpDiscard, fops.OpZerofill, fops.OpSeek, fops.OpCopyFileRange, fops.OpRchecksum, fops.OpLease, fops.OpGetactivelk, fops.OpSetactivelk,
	fops.OpIpc, fops.OpIcreate, fops.OpNamelink, fops.OpGetspec, fops.OpIoctl, fops.OpPoll, fops.OpBmap,
}

// testCall returns a call of a fop that succeeds, and what has to be done
// before.
func testCall(op fops.Op) (before []string, call string) {
	row := op.Spec()
	file, fresh := false, row.Class == fops.ClassEntry
	var args []string
	for _, p := range fops.Positional(row.In) {
		switch {
		case p.Const != "" || p.Name == "xdata" || p.In == "Fd" && slices.ContainsFunc(row.Out, func(o fops.Param) bool { return o.Out == "Fd" }):
		case p.In == "Loc2":
			args = append(args, p.Name+`="/new"`)
		case p.In == "Loc":
			path := `"/file"`
			switch op {
			case fops.OpOpendir, fops.OpTmpfile:
				path = `"/"`
			case fops.OpRmdir:
				path = `"/dir"`
				before = append(before, `t.child.mkdir("/dir")`)
			case fops.OpReadlink:
				path = `"/link"`
				before = append(before, `t.child.symlink("file", "/link")`)
			case fops.OpLookup, fops.OpUnlink, fops.OpRename, fops.OpLink:
				file = true
			default:
				if fresh {
					path = `"/new"`
				} else {
					file = true
				}
			}
			args = append(args, p.Name+"="+path)
		case p.In == "Fd" && op != fops.OpStatx, p.In == "Fd2":
			if op == fops.OpReaddir || op == fops.OpReaddirp || op == fops.OpFsyncdir {
				before = append(before, `fd = t.opendir("/")`)
			} else {
				file = true
				if p.In == "Fd" {
					before = append(before, `fd = t.open("/file")`)
				}
			}
			args = append(args, p.Name+"=fd")
		case p.In == "Path":
			args = append(args, p.Name+`="file"`)
		case p.In == "Name":
			args = append(args, p.Name+`="user.key"`)
			if strings.HasSuffix(row.Name, "xattr") {
				before = append(before, `t.setxattr("/file", {"user.key": b"value"})`)
			}
		case p.In == "Dict":
			args = append(args, p.Name+`={"user.key": b"value"}`)
		case p.In == "Vector":
			args = append(args, p.Name+`=b"data"`)
		case p.In == "Buf":
			args = append(args, p.Name+"=Iatt(ia_mode=0o600)", "valid=SET_MODE")
		}
	}
	if file {
		before = slices.Insert(before, 0, `t.child.write("/file", b"data")`)
	}
	if slices.Contains(noMemory, op) {
		before = append(before, fmt.Sprintf("t.child.answer(%q, op_ret=0)", row.Name))
	}
	return before, "t." + row.Name + "(" + strings.Join(args, ", ") + ")"
}
