package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/windlassfs/windlass/cmd/windlass/internal/bench"
	"github.com/windlassfs/windlass/fops"
)

// completeCommand is how the shells' functions ask for candidates: the words
// after the program's name up to the cursor, the last one perhaps empty. No
// candidates means file names.
const completeCommand = "__complete"

const bashCompletion = `# bash completion for windlass
#   windlass completion bash > /etc/bash_completion.d/windlass
_windlass() {
    local cur="${COMP_WORDS[COMP_CWORD]}" IFS=$'\n'
    local words=("${COMP_WORDS[@]:1:COMP_CWORD-1}" "$cur")
    COMPREPLY=($(compgen -W "$("${COMP_WORDS[0]}" __complete "${words[@]}" 2>/dev/null)" -- "$cur"))
}
complete -o default -o bashdefault -F _windlass windlass
`

const zshCompletion = `#compdef windlass
# zsh completion for windlass
#   windlass completion zsh > "${fpath[1]}/_windlass"
_windlass() {
    local -a found
    found=("${(@f)$("${words[1]}" __complete "${(@)words[2,CURRENT]}" 2>/dev/null)}")
    if [[ -n "${found[1]}" ]]; then
        compadd -a found
    else
        _files
    fi
}
if [[ "${funcstack[1]}" == _windlass ]]; then
    _windlass "$@"
else
    compdef _windlass windlass
fi
`

const fishCompletion = `# fish completion for windlass
#   windlass completion fish > ~/.config/fish/completions/windlass.fish
function __windlass_complete
    set -l words (commandline -opc) (commandline -ct)
    windlass __complete $words[2..-1] 2>/dev/null
end
complete -c windlass -a '(__windlass_complete)'
`

func completionVerb(w *world) verb {
	scripts := map[string]string{"bash": bashCompletion, "zsh": zshCompletion, "fish": fishCompletion}
	return verb{
		&cli.Command{
			Name:        "completion",
			Usage:       "print the completion script of a shell",
			ArgsUsage:   "bash|zsh|fish",
			Category:    catOther,
			Description: "Commands, flags, translator types, mount options, fops and workloads are\ncompleted.",
			Action: func(c *cli.Context) error {
				if err := wantArgs(c, 1, 1); err != nil {
					return err
				}
				script, ok := scripts[c.Args().First()]
				if !ok {
					return usage("bash, zsh or fish", "there is no completion for %q", c.Args().First())
				}
				_, err := fmt.Fprint(w.Stdout, script)
				return err
			},
		},
		[]example{
			{"source <(windlass completion bash)", "in this shell"},
			{"windlass completion zsh > \"${fpath[1]}/_windlass\"", ""},
			{"windlass completion fish > ~/.config/fish/completions/windlass.fish", ""},
		},
	}
}

// complete prints the candidates for the last of the words, one a line.
func complete(w *world, words []string) {
	for _, c := range w.candidates(words) {
		fmt.Fprintln(w.Stdout, c)
	}
}

func (w *world) candidates(words []string) []string {
	if len(words) == 0 {
		return nil
	}
	cur, before := words[len(words)-1], words[:len(words)-1]
	if slices.Contains(before, "--") {
		return nil
	}
	all := verbs(w)
	if len(before) == 0 {
		var names []string
		for _, v := range all {
			names = append(names, v.Name)
		}
		return starting(cur, names)
	}
	i := slices.IndexFunc(all, func(v verb) bool { return v.HasName(before[0]) })
	if i < 0 {
		return nil
	}
	cmd := all[i].Command
	if layer := cur; slices.Contains([]string{"-x", "--layer"}, before[len(before)-1]) && strings.Contains(layer, ",") {
		return starting(cur, w.layerWords(layer))
	}
	if values, list := w.flagValues(cmd.Name, before[len(before)-1]); values != nil && len(before) > 1 {
		if !list {
			return starting(cur, values)
		}
		// The value is a list: what stands before the last comma stays.
		head := cur[:strings.LastIndexByte(cur, ',')+1]
		for i, v := range values {
			values[i] = head + v
		}
		return starting(cur, values)
	}
	switch {
	case strings.HasPrefix(cur, "-"):
		var names []string
		for _, f := range append(slices.Clone(cmd.Flags), helpFlag()) {
			for _, n := range f.Names() {
				names = append(names, dashed(n))
			}
		}
		return starting(cur, names)
	case cmd.Name == "help":
		return w.candidates([]string{cur})
	case cmd.Name == "completion":
		return starting(cur, []string{"bash", "fish", "zsh"})
	case cmd.Name == "list" && slices.Contains(before, "--fops"):
		return starting(cur, fops.Names())
	case cmd.Name == "list":
		return starting(cur, w.typeNames())
	case cmd.Name == "umount":
		return starting(cur, w.mountpoints())
	}
	return nil
}

// flagValues returns what a flag of a verb may be followed by, nil if that is
// unknown or a file. list is set if several may be given, with commas.
func (w *world) flagValues(verb, flag string) (values []string, list bool) {
	switch strings.TrimLeft(flag, "-") {
	case "x", "layer", "options":
		if verb == "mount" && strings.TrimLeft(flag, "-") == "options" {
			return mountOptionWords(), true
		}
		return w.typeNames(), false
	case "o":
		return mountOptionWords(), true
	case "fop":
		return fops.Names(), false
	case "fops":
		if verb == "new" {
			return fops.Names(), true
		}
	case "log-format":
		return []string{"text", "json"}, false
	case "measure":
		return []string{"off", "counts", "latency"}, false
	case "format":
		if verb == "check" {
			return []string{"text", "json", "github"}, false
		}
		return []string{"table", "json", "gobench"}, false
	case "workload", "w":
		var names []string
		for _, i := range bench.Workloads() {
			names = append(names, i.Name)
		}
		return names, true
	}
	return nil, false
}

// layerWords are the values of -x with one more option, for a layer whose type
// or script is written already.
func (w *world) layerWords(layer string) []string {
	head := layer[:strings.LastIndexByte(layer, ',')+1]
	name, _, _ := strings.Cut(layer, ",")
	_, all, err := w.declared(name)
	if err != nil {
		return nil
	}
	var out []string
	for _, o := range all {
		out = append(out, head+o.Key+"=")
	}
	return out
}

func (w *world) typeNames() []string {
	var names []string
	for _, t := range w.shownTypes() {
		names = append(names, t.Name)
	}
	return names
}

func (w *world) mountpoints() []string {
	all, err := w.Host.Mounts()
	if err != nil {
		return nil
	}
	var out []string
	for _, m := range all {
		if m.FSType == fsType {
			out = append(out, m.Mountpoint)
		}
	}
	return out
}

// mountOptionWords are the words of -o, with "=" where a value follows.
func mountOptionWords() []string {
	var out []string
	for _, o := range mountOptions {
		word, _, _ := strings.Cut(o.usage(), "=")
		if o.arg != "" {
			word += "="
		}
		out = append(out, word)
	}
	return out
}

func starting(prefix string, names []string) []string {
	var out []string
	for _, n := range names {
		if strings.HasPrefix(n, prefix) {
			out = append(out, n)
		}
	}
	return out
}
