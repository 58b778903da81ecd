package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/urfave/cli/v2"
)

func helpFlag() cli.Flag {
	return &cli.BoolFlag{Name: "help", Aliases: []string{"h"}, Usage: "show this help"}
}

func helpVerb(w *world) verb {
	return verb{
		&cli.Command{
			Name:      "help",
			Usage:     "show what a command is for and how it is used",
			ArgsUsage: "[COMMAND]",
			Category:  catOther,
			Action: func(c *cli.Context) error {
				if err := wantArgs(c, 0, 1); err != nil {
					return err
				}
				return showHelp(w, c.Args().First())
			},
		},
		[]example{{"windlass help", ""}, {"windlass help mount", ""}},
	}
}

// showHelp prints the help for a verb, or the list of all if name is empty.
func showHelp(w *world, name string) error {
	all := verbs(w)
	text := appHelp(all)
	if name != "" {
		i := slices.IndexFunc(all, func(v verb) bool { return v.HasName(name) })
		if i < 0 {
			return unknownCommand(all, name)
		}
		text = all[i].helpText()
	}
	_, err := io.WriteString(w.Stdout, text)
	return err
}

// A flagDoc is what help and manual say about a flag.
type flagDoc struct{ names, value, doc string }

// flagDocs reads the flags of a command. The name of a value stands in
// backquotes in the usage, as in package flag.
func flagDocs(flags []cli.Flag) []flagDoc {
	var out []flagDoc
	for _, f := range flags {
		d, ok := f.(cli.DocGenerationFlag)
		if !ok {
			continue
		}
		var names []string
		for _, n := range f.Names() {
			names = append(names, dashed(n))
		}
		fd := flagDoc{names: strings.Join(names, ", "), doc: d.GetUsage()}
		if before, rest, ok := strings.Cut(fd.doc, "`"); ok && d.TakesValue() {
			name, after, _ := strings.Cut(rest, "`")
			fd.value, fd.doc = name, before+name+after
			if text, ok := strings.CutSuffix(before, ": "); ok {
				fd.doc = text + after // the name alone would only be said again
			}
		}
		if def := d.GetDefaultText(); d.TakesValue() && def != "" && def != "0" && !strings.Contains(fd.doc, "default") {
			fd.doc += " (default: " + strings.Trim(def, `"`) + ")"
		}
		out = append(out, fd)
	}
	return out
}

func dashed(name string) string {
	if len(name) == 1 {
		return "-" + name
	}
	return "--" + name
}

// helpText is what --help prints for a verb, and ends with its examples.
func (v verb) helpText() string {
	var b strings.Builder
	fmt.Fprintf(&b, "windlass %s: %s\n\nUSAGE:\n   windlass %s [OPTIONS] %s\n", v.Name, v.Usage, v.Name, v.ArgsUsage)
	if v.Description != "" {
		b.WriteString("\nDESCRIPTION:\n")
		b.WriteString(indent(v.Description))
	}
	b.WriteString("\nOPTIONS:\n")
	var rows [][2]string
	for _, d := range flagDocs(append(slices.Clone(v.Flags), helpFlag())) {
		rows = append(rows, [2]string{strings.TrimSpace(d.names + " " + d.value), d.doc})
	}
	writeRows(&b, "   ", rows)
	b.WriteString("\nEXAMPLES:\n")
	writeExamples(&b, v.examples)
	return b.String()
}

// appHelp is what "windlass help" prints.
func appHelp(all []verb) string {
	var b strings.Builder
	b.WriteString("windlass: stack filesystem translators, in Go or Python syntax, and mount them\n\nUSAGE:\n   windlass COMMAND [OPTIONS] [ARGUMENTS]\n\n")
	b.WriteString(indent(aboutText))
	category := ""
	var rows [][2]string
	for i, v := range all {
		if v.Category != category {
			category = v.Category
			fmt.Fprintf(&b, "\n%s:\n", strings.ToUpper(category))
		}
		rows = append(rows, [2]string{v.Name, v.Usage})
		if i+1 == len(all) || all[i+1].Category != category {
			writeRows(&b, "   ", rows)
			rows = nil
		}
	}
	b.WriteString("\nEXIT STATUS:\n")
	for _, c := range exitCodes {
		rows = append(rows, [2]string{fmt.Sprint(c.Code), c.Doc})
	}
	writeRows(&b, "   ", rows)
	b.WriteString("\nEXAMPLES:\n")
	writeExamples(&b, []example{
		{"windlass mount -x negative.py /srv/data /mnt", "one script above a directory"},
		{"windlass mount graph.vol /mnt", "a graph from a file"},
		{"windlass umount /mnt", ""},
	})
	return b.String()
}

const aboutText = "A graph is a stack of translators above a directory. It is written in a volume\nfile, as GlusterFS has them, or on the command line with -x. Options and\narguments may come in any order. \"windlass help COMMAND\" shows more."

// indent moves the lines that are not empty to the right, and ends the last.
func indent(s string) string {
	var b strings.Builder
	for line := range strings.SplitSeq(s, "\n") {
		if line != "" {
			b.WriteString("   " + line)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// helpWidth is the width that texts are broken at.
const helpWidth = 88

// writeRows writes two columns. A left field that is too wide for its column
// has the right one below it.
func writeRows(b *strings.Builder, margin string, rows [][2]string) {
	const widest = 30
	width := 0
	for _, r := range rows {
		if n := utf8.RuneCountInString(r[0]); n <= widest {
			width = max(width, n)
		}
	}
	hang := margin + strings.Repeat(" ", width+2)
	for _, r := range rows {
		n := utf8.RuneCountInString(r[0])
		b.WriteString(margin + r[0])
		if n > width {
			b.WriteString("\n" + hang)
		} else {
			b.WriteString(strings.Repeat(" ", width+2-n))
		}
		b.WriteString(wrapText(r[1], helpWidth-len(hang), hang) + "\n")
	}
}

// wrapText breaks s into lines of at most width, with hang before all but the
// first.
func wrapText(s string, width int, hang string) string {
	var b strings.Builder
	col := 0
	for i, word := range strings.Fields(s) {
		n := utf8.RuneCountInString(word)
		switch {
		case i == 0:
		case col+1+n > width:
			b.WriteString("\n" + hang)
			col = 0
		default:
			b.WriteByte(' ')
			col++
		}
		b.WriteString(word)
		col += n
	}
	return b.String()
}

func writeExamples(w io.Writer, list []example) {
	for _, e := range list {
		if e.says != "" {
			fmt.Fprintf(w, "   # %s\n", e.says)
		}
		fmt.Fprintf(w, "   $ %s\n", e.line)
	}
}

// cli would print a help of its own for a flag of that name.
func init() { cli.HelpFlag = nil }
