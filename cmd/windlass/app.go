package main

import (
	"context"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/windlassfs/windlass/fops"
)

// A verb is a command with the examples that its help ends with.
type verb struct {
	*cli.Command
	examples []example
}

// An example is a command line that works, and what it does.
type example struct{ line, says string }

// The categories of the list of commands.
const (
	catMount = "Mounting"
	catGraph = "Graphs and scripts"
	catOther = "Other"
)

// verbs returns all commands, in the order of the manual.
func verbs(w *world) []verb {
	return []verb{
		mountVerb(w), umountVerb(w),
		checkVerb(w), testVerb(w), newVerb(w), listVerb(w), explainVerb(w), benchVerb(w),
		helpVerb(w), versionVerb(w), completionVerb(w), manVerb(w),
	}
}

// run is the command: it returns the exit code.
func run(w *world) int {
	if len(w.Args) > 1 && w.Args[1] == completeCommand {
		complete(w, w.Args[2:])
		return exitOK
	}
	if isMountHelper(w.Args[0]) || isFUSEHelper(w) {
		args, err := helperArgs(w.Args[1:])
		if err != nil {
			return report(w.Stderr, err)
		}
		w.Args, w.helper = args, true
	}
	app := newApp(w)
	args, err := arrange(app, w.Args)
	if err == nil {
		err = app.RunContext(context.Background(), args)
	}
	return report(w.Stderr, err)
}

func newApp(w *world) *cli.App {
	app := &cli.App{
		Name:        "windlass",
		HelpName:    "windlass",
		Usage:       "stack filesystem translators, in Go or Python syntax, and mount them",
		Writer:      w.Stdout,
		ErrWriter:   w.Stderr,
		HideVersion: true,
		// The help is our own: cli takes a verb's argument for a topic.
		HideHelp: true,
		Flags:    []cli.Flag{&cli.BoolFlag{Name: "version"}, helpFlag()},
		// A comma belongs to the values of -o and -x.
		DisableSliceFlagSeparator: true,
		// Errors are reported by run, and nothing but main ends the process.
		ExitErrHandler: func(*cli.Context, error) {},
		OnUsageError:   usageError,
		Action: func(c *cli.Context) error {
			if c.Bool("version") {
				return printVersion(w, false)
			}
			if c.Args().Present() {
				return unknownCommand(verbs(w), c.Args().First())
			}
			return showHelp(w, "")
		},
	}
	for _, v := range verbs(w) {
		action := v.Action
		v.HideHelp = true
		v.OnUsageError = usageError
		v.Flags = append(v.Flags, helpFlag())
		v.Action = func(c *cli.Context) error {
			if c.Bool("help") {
				return showHelp(w, v.Name)
			}
			return action(c)
		}
		app.Commands = append(app.Commands, v.Command)
	}
	return app
}

// usageError gives what the flag package has to say the code for it.
func usageError(c *cli.Context, err error, _ bool) error {
	return usage(strings.TrimSpace("see: windlass help "+strings.TrimPrefix(c.Command.Name, "windlass")), "%v", err)
}

func unknownCommand(all []verb, name string) error {
	var names []string
	for _, v := range all {
		names = append(names, v.Names()...)
	}
	hint := didYouMean(fops.Suggest(name, names), "see: windlass help")
	switch filepath.Ext(name) {
	case ".vol":
		hint = "to mount a graph: windlass mount " + name + " MOUNTPOINT"
	case ".py":
		hint = "to mount with a script: windlass mount -x " + name + " SOURCE MOUNTPOINT"
	}
	return usage(hint, "there is no command %q", name)
}

// wantArgs checks how many arguments a verb got; most < 0 is no bound.
func wantArgs(c *cli.Context, least, most int) error {
	n := c.NArg()
	if slices.Contains(c.Args().Slice(), "") {
		return usage("in a shell script: is a variable not set?", "%s: an argument is empty", c.Command.Name)
	}
	if n >= least && (most < 0 || n <= most) {
		return nil
	}
	hint := strings.TrimSpace("windlass " + c.Command.Name + " " + c.Command.ArgsUsage)
	if n < least {
		return usage(hint, "%s: an argument is missing", c.Command.Name)
	}
	return usage(hint, "%s: one argument too many: %q", c.Command.Name, c.Args().Get(most))
}
