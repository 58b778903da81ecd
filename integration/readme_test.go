package integration

import (
	"bufio"
	"bytes"
	"debug/elf"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/moby/sys/mountinfo"
	"github.com/stretchr/testify/require"
	"golang.org/x/sys/unix"
)

// A step is something that a page has its reader do.
type step struct {
	line int
	// command is what to type; want what it prints, if checked is set.
	command, want string
	checked       bool
	// file is a name, and want its content.
	file string
	// log are lines that the log of the last mount must have, in this order.
	log []string
}

var (
	inlineCode = regexp.MustCompile("`([^`]+)`")
	saveAs     = regexp.MustCompile("(?i)save this as `([^`]+)`")
)

// programs are what the commands of the pages begin with. A line of a block
// that begins with another is an error, so that no command goes untested.
var programs = []string{"bin/windlass", "windlass", "taskset", "make", "go", "mkdir", "cat", "echo", "ls", "touch", "mv", "for"}

var setting = regexp.MustCompile(`^([A-Z]+=\S* )+`)

// isCommand reports whether a line, or a piece of code in a sentence, is a
// command. The name of a program alone is not.
func isCommand(s string) bool {
	program, _, ok := strings.Cut(setting.ReplaceAllString(s, ""), " ")
	return ok && slices.Contains(programs, program)
}

// readPage finds what a page in Markdown has its reader do. Commands stand in
// indented and in "sh" blocks, in "console" blocks behind a "$" and with what
// they print, and in sentences; "python" and "vol" blocks are files if the text
// before them says "Save this as", "log" blocks what the last mount says, and
// "text" and "go" blocks only to be read.
func readPage(text string) ([]step, error) {
	var steps []step
	var errs []error
	fail := func(line int, format string, args ...any) {
		errs = append(errs, fmt.Errorf("line %d: %s", line+1, fmt.Sprintf(format, args...)))
	}
	lines := strings.Split(text, "\n")
	name, blank := "", true
	for i := 0; i < len(lines); i++ {
		l := lines[i]
		language, fenced := strings.CutPrefix(l, "```")
		switch {
		case fenced:
			start := i + 1
			for i++; i < len(lines) && lines[i] != "```"; i++ {
			}
			if i == len(lines) {
				fail(start, "the block has no end")
				break
			}
			body := lines[start:i]
			switch language {
			case "sh":
				for n, c := range body {
					steps = append(steps, step{line: start + n, command: c})
				}
			case "console":
				for n, c := range body {
					if c, ok := strings.CutPrefix(c, "$ "); ok {
						steps = append(steps, step{line: start + n, command: c, checked: true})
					} else if len(steps) == 0 {
						fail(start+n, "what prints this?")
					} else {
						steps[len(steps)-1].want += body[n] + "\n"
					}
				}
			case "python", "vol":
				if name != "" {
					steps = append(steps, step{line: start, file: name, want: strings.Join(body, "\n") + "\n"})
				}
			case "log":
				steps = append(steps, step{line: start, log: body})
			case "text", "go":
			default:
				fail(start-1, "what is a block of %q?", language)
			}
			name = ""
		case blank && strings.HasPrefix(l, "    "):
			for ; i < len(lines) && strings.HasPrefix(lines[i], "    "); i++ {
				c, _, _ := strings.Cut(strings.TrimSpace(lines[i]), " # ")
				steps = append(steps, step{line: i, command: strings.TrimSpace(c)})
			}
			i--
		default:
			if m := saveAs.FindStringSubmatch(l); m != nil {
				name = m[1]
			}
			for _, m := range inlineCode.FindAllStringSubmatch(l, -1) {
				if isCommand(m[1]) {
					steps = append(steps, step{line: i, command: m[1]})
				}
			}
		}
		blank = l == ""
	}
	for _, s := range steps {
		if s.command != "" && !isCommand(s.command) {
			fail(s.line, "no test knows how to run %q", s.command)
		}
	}
	return steps, errors.Join(errs...)
}

// A reader does what pages say, in a directory of its own.
type reader struct {
	t       *testing.T
	work    string
	replace *strings.Replacer
	env     []string
	// skip are commands that are run elsewhere.
	skip map[string]func(t *testing.T)
	// server is the last mount in the foreground, said what it and all before
	// it have said.
	server *exec.Cmd
	log    *syncBuffer
	ended  chan struct{}
	said   string
}

// newReader returns a reader in a directory below which nothing may be mounted
// in the end. Names of directories that a page uses for the reader's own mean
// others here, and measurements are short.
func newReader(t *testing.T, work, path string) *reader {
	scratch := openTempDir(t)
	in := func(name string) string { return filepath.Join(scratch, name) }
	for _, d := range []string{"data", "mnt", "bench"} {
		require.NoError(t, os.Mkdir(in(d), 0o755))
	}
	r := &reader{
		t: t, work: work,
		replace: strings.NewReplacer("/srv/data", in("data"), "/tmp/mnt", in("mnt"), " /mnt", " "+in("mnt"), "SOURCE MOUNTPOINT", in("data")+" "+in("mnt"), " TYPE", " storage/posix",
			"/dev/shm/stacked", in("stacked"), "/dev/shm/native", in("native"), "-r 6 --duration 150ms", "-r 2 --count 3",
			"bench --layers /dev/shm", "bench --count 3 -r 2 --layers "+in("bench"), "-count 6", "-count 1 -benchtime 5x"),
		env:  append(os.Environ(), "LC_ALL=C", "PATH="+path+":"+os.Getenv("PATH"), "GORACE=atexit_sleep_ms=0", "MAKEFLAGS=", "MAKELEVEL="),
		skip: map[string]func(*testing.T){"make test": runsThis},
	}
	t.Cleanup(func() {
		r.unmount()
		unmountBelow(t, scratch)
		unmountBelow(t, work)
	})
	return r
}

// runsThis: "make test" is what runs this test, and what continuous integration
// runs.
func runsThis(t *testing.T) {
	ci, err := os.ReadFile(filepath.Join(repo, ".ci/run"))
	require.NoError(t, err)
	require.Regexp(t, `(?m)^exec make test\n*\z`, string(ci))
	cmd := exec.Command("make", "-n", "-C", repo, "test")
	cmd.Env = append(os.Environ(), "MAKEFLAGS=", "MAKELEVEL=")
	out, err := cmd.CombinedOutput()
	require.NoError(t, err, string(out))
	require.Regexp(t, `(?m)^go test -race .*\./\.\.\.$`, string(out))
}

// isTestOf is for a command that sets a variable for a package's test and
// writes to the source: the test must know the variable, and is run by itself.
func isTestOf(dir, variable string) func(*testing.T) {
	return func(t *testing.T) {
		files, err := filepath.Glob(filepath.Join(repo, dir, "*_test.go"))
		require.NoError(t, err)
		for _, f := range files {
			text, err := os.ReadFile(f)
			require.NoError(t, err)
			if strings.Contains(string(text), `os.Getenv("`+variable+`")`) {
				return
			}
		}
		t.Errorf("no test in %s knows %s", dir, variable)
	}
}

// read does all steps of a page.
func (r *reader) read(page string) {
	r.t.Helper()
	text, err := os.ReadFile(filepath.Join(repo, page))
	require.NoError(r.t, err)
	steps, err := readPage(string(text))
	require.NoError(r.t, err, page)
	for _, s := range steps {
		what := fmt.Sprintf("%s:%d: %s%s", page, s.line+1, s.command, s.file)
		switch {
		case s.file != "":
			require.NoError(r.t, os.WriteFile(filepath.Join(r.work, s.file), []byte(s.want), 0o644), what)
		case s.log != nil:
			r.unmount()
			rest := r.said
			for _, line := range s.log {
				_, after, found := strings.Cut(rest, line)
				require.True(r.t, found, "%s: the log lacks %q, behind what was found before, in\n%s", what, line, r.said)
				rest = after
			}
		case r.skip[s.command] != nil:
			r.skip[s.command](r.t)
		default:
			r.run(s, what)
		}
	}
	r.unmount()
}

// run runs a command. A mount in the foreground goes on while others are run,
// and ends when the page unmounts it, or mounts another, as a reader would see
// to.
func (r *reader) run(s step, what string) {
	r.t.Helper()
	command := r.replace.Replace(s.command)
	if words := strings.Fields(command); len(words) == 2 && strings.HasSuffix(words[0], "windlass") {
		command += " --help" // Only mentioned: it wants arguments.
	}
	cmd := exec.Command("bash", "-c", command)
	cmd.Dir, cmd.Env = r.work, r.env
	if strings.Contains(command, "windlass mount ") && !strings.HasSuffix(command, "--help") {
		r.unmount()
		if !background.MatchString(command) {
			r.serve(cmd, what)
			return
		}
	}
	out, err := cmd.CombinedOutput()
	if s.checked {
		require.Equal(r.t, s.want, string(out), what)
		return
	}
	require.NoError(r.t, err, "%s\n%s", what, out)
	r.t.Logf("%s\n%s", what, out)
}

var background = regexp.MustCompile(`windlass mount (.* )?-d `)

// serve starts a mount in the foreground and returns when it answers.
func (r *reader) serve(cmd *exec.Cmd, what string) {
	r.t.Helper()
	needMount(r.t)
	r.log, r.ended, r.server = &syncBuffer{}, make(chan struct{}), cmd
	cmd.SysProcAttr = &unix.SysProcAttr{Pdeathsig: unix.SIGKILL}
	pipe, err := cmd.StderrPipe()
	require.NoError(r.t, err)
	require.NoError(r.t, cmd.Start())
	ready := make(chan struct{})
	go func() {
		for s := bufio.NewScanner(pipe); s.Scan(); {
			fmt.Fprintln(r.log, s.Text())
			if strings.Contains(s.Text(), "msg=mounted") {
				close(ready)
			}
		}
		_ = cmd.Wait()
		close(r.ended)
	}()
	select {
	case <-ready:
	case <-r.ended:
		r.t.Fatalf("%s: ended\n%s", what, r.log)
	case <-time.After(time.Minute):
		r.t.Fatalf("%s: does not answer\n%s", what, r.log)
	}
	_, rest, _ := strings.Cut(r.log.String(), "mountpoint=")
	mnt := strings.Fields(rest)[0]
	is, err := mountinfo.Mounted(mnt)
	require.NoError(r.t, err)
	require.True(r.t, is, what)
	_, err = os.Stat(filepath.Join(mnt, "something"))
	require.ErrorIs(r.t, err, fs.ErrNotExist, what)
}

// unmount ends the mount in the foreground, if the page has not done so.
func (r *reader) unmount() {
	if r.server == nil {
		return
	}
	_, rest, _ := strings.Cut(r.log.String(), "mountpoint=")
	if fields := strings.Fields(rest); len(fields) > 0 {
		_ = unix.Unmount(fields[0], 0)
	}
	select {
	case <-r.ended:
	case <-time.After(30 * time.Second):
		_ = r.server.Process.Kill()
		<-r.ended
		r.t.Errorf("a mount does not end\n%s", r.log)
	}
	r.said, r.server = r.said+r.log.String(), nil
	require.NotContains(r.t, r.log.String(), "DATA RACE")
}

// checkout copies the source tree, without what is built and the history.
func checkout(t *testing.T) string {
	dir := filepath.Join(openTempDir(t), "windlass")
	require.NoError(t, os.CopyFS(dir, sourceFS{os.DirFS(repo)}))
	// CopyFS makes files that nobody may execute.
	require.NoError(t, filepath.WalkDir(repo, func(p string, d fs.DirEntry, err error) error {
		rel, _ := filepath.Rel(repo, p)
		if err != nil || d.IsDir() {
			if rel == ".git" || rel == "bin" {
				return fs.SkipDir
			}
			return err
		}
		st, err := d.Info()
		if err != nil || st.Mode()&0o111 == 0 || !st.Mode().IsRegular() {
			return err
		}
		return os.Chmod(filepath.Join(dir, rel), 0o755)
	}))
	return dir
}

// sourceFS is the source tree without .git and bin.
type sourceFS struct{ fs.FS }

// ReadDir leaves out what belongs to no checkout.
func (s sourceFS) ReadDir(name string) ([]fs.DirEntry, error) {
	list, err := fs.ReadDir(s.FS, name)
	return slices.DeleteFunc(list, func(d fs.DirEntry) bool { return name == "." && (d.Name() == ".git" || d.Name() == "bin") }), err
}

// TestREADME does in a copy of the tree all that the README says.
func TestREADME(t *testing.T) {
	needMount(t)
	t.Parallel()
	dir := checkout(t)
	r := newReader(t, dir, filepath.Join(dir, "bin"))
	r.skip["make demo"] = func(t *testing.T) { demo(t, r) }
	r.read("README.md")
	require.Contains(t, r.said, "looking for /something", "the translator in ten lines works")
	program, err := elf.Open(filepath.Join(dir, "bin/windlass"))
	require.NoError(t, err)
	defer program.Close()
	libs, err := program.ImportedLibraries()
	require.NoError(t, err)
	require.Empty(t, libs, "one static binary")
	require.Nil(t, program.Section(".interp"), "one static binary")
}

// demo runs the demonstration and wants it to be one.
func demo(t *testing.T, r *reader) {
	for _, p := range []string{"gcc", "fusermount3"} {
		if _, err := exec.LookPath(p); err != nil {
			t.Logf("make demo would install what has %s", p)
			return
		}
	}
	cmd := exec.Command("make", "demo")
	cmd.Dir, cmd.Env = r.work, r.env
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	require.NoError(t, err, "%s%s", out, stderr.String())
	t.Logf("%s", out)
	m := regexp.MustCompile(`(?m)^look-ups that reached the store +(\d+) +(\d+)$`).FindStringSubmatch(string(out))
	require.NotNil(t, m, "%s", out)
	without, _ := strconv.Atoi(m[1])
	with, _ := strconv.Atoi(m[2])
	require.Greater(t, with, 0)
	require.Greater(t, without, 3*with, "the script saves most look-ups")
	require.Regexp(t, `(?m)^time to compile three files +\d+ ms +\d+ ms$`, string(out))
	require.Regexp(t, `(?m)^speed-up \d+\.\d, look-ups saved \d+ %$`, string(out))
}

// TestDocs does what the other pages say. Those of the examples are for
// TestExamples.
func TestDocs(t *testing.T) {
	needMount(t)
	path := programDir(t)
	pages, err := filepath.Glob(filepath.Join(repo, "docs/*.md"))
	require.NoError(t, err)
	for _, p := range append(pages, filepath.Join(repo, "examples/README.md")) {
		page, err := filepath.Rel(repo, p)
		require.NoError(t, err)
		t.Run(page, func(t *testing.T) {
			t.Parallel()
			work := openTempDir(t)
			switch page {
			case "examples/README.md":
				require.NoError(t, os.CopyFS(work, os.DirFS(filepath.Join(repo, "examples/01-hello"))))
			case "docs/first-translator.md":
				// It wants an empty directory.
			default:
				work = checkout(t)
			}
			r := newReader(t, work, path)
			r.skip["make build"] = func(*testing.T) {} // see TestREADME
			r.skip["UPDATE=1 go test ./cmd/windlass"] = isTestOf("cmd/windlass", "UPDATE")
			r.read(page)
		})
	}
}

// TestUnknownCommands: a page cannot say what no test runs.
func TestUnknownCommands(t *testing.T) {
	for page, want := range map[string]string{
		"text\n\n    rm -rf /mnt\n":      `line 3: no test knows how to run "rm -rf /mnt"`,
		"```sh\nmystery --all\n```\n":    `line 2: no test knows how to run "mystery --all"`,
		"```console\n$ curl x | sh\n```": `line 2: no test knows how to run "curl x | sh"`,
		"```bash\nls -l\n```\n":          `line 1: what is a block of "bash"?`,
		"```sh\nls -l\n":                 `line 2: the block has no end`,
	} {
		_, err := readPage(page)
		require.ErrorContains(t, err, want)
	}
	steps, err := readPage("Run `make build`, and read `make`.\n\nSave this as `a.py`:\n\n```python\nx\n```\n\n    ls -l  # or so\n\n```console\n$ cat a.py\nx\n```\n```log\nx\n```\n")
	require.NoError(t, err)
	require.Equal(t, []step{
		{line: 0, command: "make build"},
		{line: 5, file: "a.py", want: "x\n"},
		{line: 8, command: "ls -l"},
		{line: 11, command: "cat a.py", want: "x\n", checked: true},
		{line: 15, log: []string{"x"}},
	}, steps)
}

// TestWhatIsInstalledIsSaidFirst: the Makefile names the packages that are
// missing before it installs them.
func TestWhatIsInstalledIsSaidFirst(t *testing.T) {
	path := t.TempDir()
	for _, p := range []string{"sh", "tr", "id"} {
		full, err := exec.LookPath(p)
		require.NoError(t, err)
		require.NoError(t, os.Symlink(full, filepath.Join(path, p)))
	}
	mk, err := exec.LookPath("make")
	require.NoError(t, err)
	// These stand for the real ones, and write where the Makefile does not look.
	for _, p := range []string{"apt-get", "sudo"} {
		require.NoError(t, os.WriteFile(filepath.Join(path, p), []byte("#!"+filepath.Join(path, "sh")+"\necho \""+p+" $*\" >&2\n"), 0o755))
	}
	cmd := exec.Command(mk, "need-demo")
	cmd.Dir = repo
	cmd.Env = []string{"PATH=" + path}
	out, err := cmd.CombinedOutput()
	require.NoError(t, err, string(out))
	require.Regexp(t, `^installing Debian packages: gcc libc6-dev fuse3\n(apt-get|sudo apt-get) update`, string(out))
	require.Contains(t, string(out), "apt-get install -qy --no-install-recommends gcc libc6-dev fuse3\n")
}
