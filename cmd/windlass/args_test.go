package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestArrange(t *testing.T) {
	for _, tc := range []struct{ in, want string }{
		{"mount vol /mnt -f -o ro", "mount -f -o ro -- vol /mnt"},
		{"mount vol -o ro /mnt -d -o rw", "mount -o ro -d -o rw -- vol /mnt"},
		{"mount -oro,noexec vol /mnt", "mount -o ro,noexec -- vol /mnt"},
		{"mount vol /mnt -dv", "mount -d -v -- vol /mnt"},
		{"mount vol /mnt -dvoro", "mount -d -v -o ro -- vol /mnt"},
		{"mount vol /mnt --log=x --log-format json", "mount --log=x --log-format json -- vol /mnt"},
		{"mount vol /mnt -log x", "mount -log x -- vol /mnt"},
		{"mount -x a.py -x debug/trace,a=b vol /mnt", "mount -x a.py -x debug/trace,a=b -- vol /mnt"},
		{"mount -o -- vol /mnt", "mount -o -- -- vol /mnt"},
		{"mount vol -- -d -o", "mount -- vol -d -o"},
		{"check - a", "check -- - a"},
		{"check help", "check -- help"},
		{"help mount -h", "help -h -- mount"},
		{"mount --help", "mount --help --"},
		{"unmount /mnt -l", "unmount -l -- /mnt"},
		{"--version", "--version"},
		{"nonsense -z", "nonsense -z"},
	} {
		t.Run(tc.in, func(t *testing.T) {
			w := fakeWorld("windlass")
			got, err := arrange(newApp(w.world), append([]string{"windlass"}, strings.Fields(tc.in)...))
			require.NoError(t, err)
			require.Equal(t, "windlass "+tc.want, strings.Join(got, " "))
		})
	}
}

func TestWrongCommandLines(t *testing.T) {
	for _, tc := range []struct {
		args string
		want string
	}{
		{"moutn a b", "windlass: there is no command \"moutn\"\n  hint: did you mean \"mount\"?\n"},
		{"graph.vol /mnt", "windlass: there is no command \"graph.vol\"\n  hint: to mount a graph: windlass mount graph.vol MOUNTPOINT\n"},
		{"x.py", "windlass: there is no command \"x.py\"\n  hint: to mount with a script: windlass mount -x x.py SOURCE MOUNTPOINT\n"},
		{"help moutn", "windlass: there is no command \"moutn\"\n  hint: did you mean \"mount\"?\n"},
		{"--nope", "windlass: flag provided but not defined: -nope\n  hint: see: windlass help\n"},
		{"mount --lgo x /a /b", "windlass: mount: unknown flag --lgo\n  hint: did you mean \"--log\"?\n"},
		{"mount --lgo -z /a /b --log", "windlass: mount: unknown flag --lgo\n  hint: did you mean \"--log\"?\nwindlass: mount: unknown flag -z\n  hint: see: windlass help mount\nwindlass: mount: flag --log needs a value\n"},
		{"mount -dz a b", "windlass: mount: unknown flag -dz\n  hint: see: windlass help mount\n"},
		{"mount a", "windlass: mount: an argument is missing\n  hint: windlass mount GRAPH.vol|SOURCE MOUNTPOINT\n"},
		{"mount a b c", "windlass: mount: one argument too many: \"c\"\n  hint: windlass mount GRAPH.vol|SOURCE MOUNTPOINT\n"},
		{"mount -d -f -v -q --measure x --log-format y a b", "windlass: -f and -d contradict each other\n  hint: leave one out\nwindlass: -v and -q (or -o debug) contradict each other\n  hint: leave one out\nwindlass: log format \"y\" is not known\n  hint: text or json\nwindlass: --measure x is not known\n  hint: off, counts or latency\n"},
		{"umount", "windlass: umount: an argument is missing\n  hint: windlass umount MOUNTPOINT…\n"},
		{"umount \"\"", "windlass: umount: an argument is empty\n  hint: in a shell script: is a variable not set?\n"},
		{"check", "windlass: check: an argument is missing\n  hint: windlass check PATH…\n"},
		{"check /does/not/exist", "windlass: /does/not/exist: there is no such file or directory\n  hint: a graph ends in .vol, a script in .py\n"},
		{"list --options debug/trcae", "windlass: unknown type \"debug/trcae\"\n  hint: did you mean \"debug/trace\"?\n"},
		{"list --fops lokup", "windlass: no fop fits \"lokup\"\n  hint: did you mean \"lookup\"?\n"},
		{"list [", "windlass: \"[\" is no pattern\n  hint: quote it for the shell: 'debug/*'\n"},
		{"list --fops --options debug/trace", "windlass: --options and --fops contradict each other\n  hint: leave one out\n"},
		{"explain . --fop lokup", "windlass: \"lokup\" is not a fop\n  hint: did you mean \"lookup\"?\n"},
		{"completion tcsh", "windlass: there is no completion for \"tcsh\"\n  hint: bash, zsh or fish\n"},
		{"version x", "windlass: version: one argument too many: \"x\"\n  hint: windlass version\n"},
		{"bench", "windlass: bench: an argument is missing\n  hint: windlass bench [NAME=]PATH|GRAPH.vol… or --layers DIRECTORY\n"},
		{"bench -w stta -t 0,x --rounds 0 --format xml --layers a b", "windlass: --rounds and --duration must be more than nothing\nwindlass: --threads: \"x\" is not a number\nwindlass: number of threads 0 is not in 1…1024\nwindlass: unknown workload \"stta\": did you mean \"stat\"?\n  hint: see: windlass bench --list\nwindlass: --format xml is not known\n  hint: table, json or gobench\nwindlass: --layers takes one directory; \"b\" is too much\n"},
		{"bench /does/not/exist", "windlass: stat /does/not/exist: no such file or directory\n  hint: PATH is a directory or a volume file\n"},
	} {
		t.Run(tc.args, func(t *testing.T) {
			words := strings.Fields(tc.args)
			for i := range words {
				words[i] = strings.Trim(words[i], `"`)
			}
			w, code := runIn(words...)
			require.Equal(t, tc.want, w.err.String())
			require.Equal(t, exitUsage, code)
			require.Empty(t, w.out.String())
		})
	}
}

func TestHelp(t *testing.T) {
	for _, v := range verbs(fakeWorld("windlass").world) {
		for _, args := range [][]string{{"help", v.Name}, {v.Name, "--help"}, {v.Name, "a", "b", "c", "-h"}} {
			w, code := runIn(args...)
			require.Equal(t, exitOK, code)
			require.Empty(t, w.err.String())
			require.Contains(t, w.out.String(), "EXAMPLES:\n")
			last := v.examples[len(v.examples)-1].line
			require.True(t, strings.HasSuffix(w.out.String(), "   $ "+last+"\n"), "help ends with an example")
		}
	}
	for _, args := range [][]string{{}, {"help"}, {"--help"}} {
		w, code := runIn(args...)
		require.Equal(t, exitOK, code)
		require.Contains(t, w.out.String(), "COMMAND [OPTIONS]")
	}
}

// TestExamples makes sure that what help shows is a command line: the flags
// and the mount options exist.
func TestExamples(t *testing.T) {
	w := fakeWorld("windlass")
	app := newApp(w.world)
	for _, v := range verbs(w.world) {
		require.GreaterOrEqual(t, len(v.examples), 2, v.Name)
		for _, e := range v.examples {
			line := strings.NewReplacer("'", "", "source <(", "", ")", "").Replace(e.line)
			words := strings.Fields(strings.FieldsFunc(line, func(r rune) bool { return r == '|' || r == '>' })[0])
			require.Equal(t, "windlass", words[0])
			require.Equal(t, v.Name, words[1])
			args, err := arrange(app, words)
			require.NoError(t, err, e.line)
			for i, a := range args {
				if a == "-o" {
					_, err := parseMountOptions(args[i+1:i+2], false)
					require.NoError(t, err, e.line)
				}
			}
		}
	}
}
