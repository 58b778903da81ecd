package main

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/urfave/cli/v2"
)

// version is set by the release build: -ldflags "-X main.version=1.2.3".
var version string

// A versionInfo is what "windlass version --json" prints.
type versionInfo struct {
	Version  string `json:"version"`
	Revision string `json:"revision,omitempty"`
	Time     string `json:"time,omitempty"`
	Modified bool   `json:"modified"`
	Go       string `json:"go"`
	Platform string `json:"platform"`
}

func versionVerb(w *world) verb {
	return verb{
		&cli.Command{
			Name:     "version",
			Usage:    "print the version and how this program was built",
			Category: catOther,
			Flags:    []cli.Flag{jsonFlag()},
			Action: func(c *cli.Context) error {
				if err := wantArgs(c, 0, 0); err != nil {
					return err
				}
				return printVersion(w, c.Bool("json"))
			},
		},
		[]example{{"windlass version", ""}, {"windlass version --json", ""}},
	}
}

func printVersion(w *world, asJSON bool) error {
	v := readVersion()
	if asJSON {
		return writeJSON(w.Stdout, v)
	}
	rev := ""
	if v.Revision != "" {
		rev = " (" + v.Revision[:min(12, len(v.Revision))]
		if v.Modified {
			rev += ", modified"
		}
		rev += ", " + v.Time + ")"
	}
	_, err := fmt.Fprintf(w.Stdout, "windlass %s%s %s %s\n", v.Version, rev, v.Go, v.Platform)
	return err
}

func readVersion() versionInfo {
	v := versionInfo{Version: version, Go: runtime.Version(), Platform: runtime.GOOS + "/" + runtime.GOARCH}
	if b, ok := debug.ReadBuildInfo(); ok {
		if v.Version == "" {
			v.Version = b.Main.Version
		}
		for _, s := range b.Settings {
			switch s.Key {
			case "vcs.revision":
				v.Revision = s.Value
			case "vcs.time":
				v.Time = s.Value
			case "vcs.modified":
				v.Modified = s.Value == "true"
			}
		}
	}
	if v.Version == "" {
		v.Version = "(devel)"
	}
	return v
}
