package main

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/urfave/cli/v2"
)

func manVerb(w *world) verb {
	return verb{
		&cli.Command{
			Name:        "man",
			Usage:       "print the manual page",
			Category:    catOther,
			Description: "The page windlass(1), in troff. It is made from what the commands' help is made\nfrom.",
			Action: func(c *cli.Context) error {
				if err := wantArgs(c, 0, 0); err != nil {
					return err
				}
				return writeMan(w.Stdout, verbs(w))
			},
		},
		[]example{
			{"windlass man | man -l -", "read it"},
			{"windlass man > /usr/share/man/man1/windlass.1", "install it"},
		},
	}
}

// writeMan writes the manual page.
func writeMan(out io.Writer, all []verb) error {
	m := &manWriter{bufio.NewWriter(out)}
	m.macro("TH", "WINDLASS", "1", "", "windlass", "User Commands")
	m.macro("SH", "NAME")
	m.text("windlass - stack filesystem translators, in Go or Python syntax, and mount them")
	m.macro("SH", "SYNOPSIS")
	for _, v := range all {
		m.macro("B", "windlass "+v.Name)
		m.text(strings.TrimSpace("[OPTIONS] " + v.ArgsUsage))
		m.macro("br")
	}
	m.macro("B", "mount.windlass")
	m.text("SOURCE MOUNTPOINT [-sfnv] [-o OPTIONS]")
	m.macro("SH", "DESCRIPTION")
	m.text(aboutText)
	m.macro("SH", "COMMANDS")
	for _, v := range all {
		m.verb(v)
	}
	m.macro("SH", "MOUNT OPTIONS")
	m.text("For -o of windlass mount and the fourth field of fstab(5). Where two contradict each other the later one counts. A comma in a value is written \\,. The options of fstab that are for mount(8) and systemd (defaults, noauto, nofail, _netdev, x-…) are ignored.")
	for i := range mountOptions {
		m.item(mountOptions[i].usage(), mountOptions[i].doc)
	}
	m.macro("SH", "MOUNT HELPER")
	m.text("Linked as /sbin/mount.windlass the program is called by mount(8) for the type windlass. It returns when the filesystem answers. A line of fstab(5), where the type may also be fuse.windlass if windlass is in the path of mount(8):")
	m.code("/srv/data /mnt windlass modules=debug/trace:/etc/windlass/negative.py,log=/var/log/windlass.log,allow_other,nofail 0 0")
	m.macro("SH", "EXIT STATUS")
	for _, c := range exitCodes {
		m.item(fmt.Sprint(c.Code), c.Doc)
	}
	m.macro("SH", "FILES")
	m.item("windlass.PID.dump.TIME", "a statedump, in --dump-dir, $XDG_RUNTIME_DIR, /run/windlass or the temporary directory")
	m.item("/etc/fuse.conf", "user_allow_other lets users other than root say allow_other")
	m.macro("SH", "ENVIRONMENT")
	m.item("NO_COLOR", "no colours in tables")
	m.item("XDG_RUNTIME_DIR", "where statedumps go")
	m.macro("SH", "SEE ALSO")
	m.text("mount(8), fusermount3(1), fuse(4), fuse(8)")
	return m.w.Flush()
}

// A manWriter writes troff with the man macros. Errors are kept until Flush.
type manWriter struct{ w *bufio.Writer }

func (m *manWriter) macro(name string, args ...string) {
	m.w.WriteString("." + name)
	for _, a := range args {
		m.w.WriteString(` "` + strings.ReplaceAll(troff(a), `"`, `""`) + `"`)
	}
	m.w.WriteByte('\n')
}

// text writes a paragraph's lines. What starts with a dot or a quote would be
// a macro.
func (m *manWriter) text(s string) {
	for line := range strings.Lines(s) {
		line = troff(strings.TrimRight(line, "\n"))
		if strings.HasPrefix(line, ".") || strings.HasPrefix(line, "'") {
			line = `\&` + line
		}
		m.w.WriteString(line + "\n")
	}
}

func (m *manWriter) item(tag, text string) {
	m.macro("TP")
	m.macro("B", tag)
	m.text(text)
}

// code writes lines as they are.
func (m *manWriter) code(s string) {
	m.macro("PP")
	m.macro("nf")
	m.macro("RS", "4")
	m.text(s)
	m.macro("RE")
	m.macro("fi")
}

func (m *manWriter) verb(v verb) {
	m.macro("SS", strings.TrimSpace("windlass "+v.Name+" "+v.ArgsUsage))
	m.text(strings.ToUpper(v.Usage[:1]) + v.Usage[1:] + ".")
	for part := range strings.SplitSeq(v.Description, "\n\n") {
		if strings.HasPrefix(part, "Mount options:") {
			continue // they have a section of their own
		}
		m.macro("PP")
		if strings.Contains(part, "\n  ") || strings.HasPrefix(part, "  ") {
			m.code(part)
			continue
		}
		m.text(part)
	}
	for _, d := range flagDocs(v.Flags) {
		m.item(strings.TrimSpace(d.names+" "+d.value), d.doc)
	}
	if len(v.examples) > 0 {
		m.macro("PP")
		m.text("Examples:")
		var b strings.Builder
		writeExamples(&b, v.examples)
		m.code(strings.TrimRight(b.String(), "\n"))
	}
}

// troff escapes what has a meaning in troff. A hyphen stays one that can be
// copied.
func troff(s string) string {
	return strings.NewReplacer(`\`, `\e`, "-", `\-`, "…", "...").Replace(s)
}
