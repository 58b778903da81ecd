package main

import (
	"errors"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/windlassfs/windlass/fops"
)

// arrange puts the flags of a command line before its arguments, because cli
// stops looking for flags at the first argument while mount(8), fstab and
// people put them last. On the way it takes apart -dv and -oro, and finds every
// flag that does not exist. What follows "--" is left alone.
func arrange(app *cli.App, args []string) ([]string, error) {
	at := 1
	for at < len(args) && strings.HasPrefix(args[at], "-") {
		at++
	}
	if at == len(args) {
		return args, nil
	}
	cmd := app.Command(args[at])
	if cmd == nil {
		return args, nil
	}
	flags, rest, err := splitFlags(cmd, args[at+1:])
	if err != nil {
		return nil, err
	}
	out := append(slices.Clone(args[:at+1]), flags...)
	return append(append(out, "--"), rest...), nil
}

// splitFlags sorts a command's words into flags with their values and
// arguments.
func splitFlags(cmd *cli.Command, words []string) (flags, args []string, err error) {
	takesValue := make(map[string]bool)
	var names []string
	for _, f := range cmd.Flags {
		d, ok := f.(cli.DocGenerationFlag)
		for _, n := range f.Names() {
			takesValue[n] = ok && d.TakesValue()
			names = append(names, n)
		}
	}
	var errs []error
	for i := 0; i < len(words); i++ {
		w := words[i]
		switch {
		case w == "--":
			return flags, append(args, words[i+1:]...), errors.Join(errs...)
		case len(w) < 2 || w[0] != '-':
			args = append(args, w)
			continue
		}
		name, _, hasValue := strings.Cut(strings.TrimLeft(w, "-"), "=")
		value, known := takesValue[name]
		if !known {
			if apart := takeApart(w, takesValue); apart != nil {
				words = slices.Concat(words[:i], apart, words[i+1:])
				i--
				continue
			}
			errs = append(errs, usage(flagHint(cmd.Name, name, names), "%s: unknown flag %s", cmd.Name, w))
			continue
		}
		flags = append(flags, w)
		if value && !hasValue {
			if i++; i == len(words) {
				errs = append(errs, usage("", "%s: flag %s needs a value", cmd.Name, w))
				break
			}
			flags = append(flags, words[i])
		}
	}
	return flags, args, errors.Join(errs...)
}

// takeApart returns the flags in -abc or the flag and the value in -oVALUE,
// nil if w is neither.
func takeApart(w string, takesValue map[string]bool) []string {
	if len(w) < 3 || w[1] == '-' {
		return nil
	}
	var out []string
	for i := 1; i < len(w); i++ {
		value, known := takesValue[w[i:i+1]]
		switch {
		case !known:
			return nil
		case value && i+1 < len(w):
			return append(out, "-"+w[i:i+1], w[i+1:])
		}
		out = append(out, "-"+w[i:i+1])
	}
	return out
}

// flagHint suggests long flags only: one letter is like every other one.
func flagHint(cmd, name string, names []string) string {
	long := slices.DeleteFunc(slices.Clone(names), func(n string) bool { return len(n) == 1 })
	if near := fops.Suggest(name, long); near != "" && len(name) > 1 {
		return didYouMean("--"+near, "")
	}
	return "see: windlass help " + cmd
}
