package volfile

import (
	"bytes"
	"slices"

	"github.com/windlassfs/windlass/xlator"
)

// Format writes a spec as a volume file in its canonical form: one statement
// a line, four spaces before those of a volume, the type first, subvolumes
// last, an empty line between volumes, and quotes only where they are needed.
//
// [Parse] reads back the same spec, but for the positions. NUL bytes and line
// breaks, which the grammar has no form for, become spaces; comments are not
// part of a spec.
func Format(s *xlator.Spec) []byte {
	var b bytes.Buffer
	for i := range s.Volumes {
		v := &s.Volumes[i]
		if i > 0 {
			b.WriteByte('\n')
		}
		line(&b, "", kwVolume, v.Name)
		if v.Type != "" {
			line(&b, indent, kwType, v.Type)
		}
		for _, o := range v.Options {
			line(&b, indent, kwOption, o.Key, o.Value)
		}
		if len(v.Subvolumes) > 0 {
			names := make([]string, len(v.Subvolumes))
			for i, s := range v.Subvolumes {
				names[i] = s.Name
			}
			line(&b, indent, kwSubvolumes, names...)
		}
		line(&b, "", kwEnd)
	}
	return b.Bytes()
}

const indent = "    "

func line(b *bytes.Buffer, before, kw string, words ...string) {
	b.WriteString(before)
	b.WriteString(kw)
	for _, w := range words {
		b.WriteByte(' ')
		b.WriteString(Quote(w))
	}
	b.WriteByte('\n')
}

// Quote returns w as a WORD of the grammar: in quotes and escaped where it
// needs to be, and as it is otherwise.
func Quote(w string) string {
	bare := w != "" && w[0] != '#' && !slices.Contains(keywords, w)
	for i := 0; bare && i < len(w); i++ {
		bare = w[i] > ' ' && w[i] != 0x7f && w[i] != '"' && w[i] != '\\' && w[i] != '`'
	}
	if bare {
		return w
	}
	b := make([]byte, 0, len(w)+2)
	b = append(b, '"')
	for i := range len(w) {
		switch c := w[i]; c {
		case '"', '\\', '`':
			b = append(b, '\\', c)
		case '\n', 0:
			b = append(b, ' ')
		default:
			b = append(b, c)
		}
	}
	return string(append(b, '"'))
}
