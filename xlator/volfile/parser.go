package volfile

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/xlator"
)

const (
	kwVolume     = "volume"
	kwType       = "type"
	kwOption     = "option"
	kwSubvolumes = "subvolumes"
	kwEnd        = "end-volume"
)

var keywords = []string{kwVolume, kwType, kwOption, kwSubvolumes, kwEnd}

// maxFile bounds what ReadFile reads, in bytes: a volume file is written by
// people, and the name of a disk or of /dev/zero may be given by mistake.
const maxFile = 16 << 20

// ReadFile parses the file of that name. The error is what reading the file
// says, or that of [Parse].
func ReadFile(path string) (*xlator.Spec, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	text, err := io.ReadAll(io.LimitReader(f, maxFile+1))
	if err != nil {
		return nil, err
	}
	if len(text) > maxFile {
		return nil, fmt.Errorf("%s: larger than %d MiB: not a volume file", path, maxFile>>20)
	}
	return Parse(path, text)
}

// Parse reads a volume file; file is its name in messages, and where relative
// paths in options count from.
//
// The error is nil or [xlator.Problems]: everything that is wrong, with
// positions and hints. The spec is never nil and holds what could be read, so
// that a caller can look for further problems in it.
func Parse(file string, text []byte) (*xlator.Spec, error) {
	p := &parser{spec: &xlator.Spec{File: file}, seen: make(map[string]bool)}
	if i := bytes.IndexByte(text, 0); i >= 0 {
		line := bytes.Count(text[:i], []byte("\n")) + 1
		pos := xlator.Pos{File: file, Line: line, Column: i - bytes.LastIndexByte(text[:i], '\n')}
		p.ps.Add(pos, "is it a volume file?", "a NUL byte: this is not text")
		return p.spec, p.ps.Err()
	}
	p.tokens = lex(file, text, &p.ps)
	for p.peek().kind != end {
		p.statement()
	}
	p.closeVolume(p.peek().pos)
	return p.spec, p.ps.Err()
}

type parser struct {
	tokens []token
	at     int
	ps     xlator.Problems
	spec   *xlator.Spec
	seen   map[string]bool // names of volumes so far

	// vol is the open volume, nil between volumes; begin is the place of its
	// keyword.
	vol   *xlator.VolumeSpec
	begin xlator.Pos
	// typed, subs and noSubs note which statements the open volume has had;
	// its fields do not tell, because what is faulty is left out of them.
	typed, subs bool
}

func (p *parser) peek() *token { return &p.tokens[p.at] }

// next takes a token; the end is never passed.
func (p *parser) next() *token {
	t := &p.tokens[p.at]
	if t.kind != end {
		p.at++
	}
	return t
}

// keyword returns the keyword that t is, "" if it is none.
func keyword(t *token) string {
	if t.kind == word && slices.Contains(keywords, t.text) {
		return t.text
	}
	return ""
}

// operand takes the next token if it is a WORD. A keyword in its place means
// that the WORD is missing, and is left for the next statement.
func (p *parser) operand(what string, after *token) (*token, bool) {
	t := p.peek()
	kw := keyword(t)
	if t.kind != end && kw == "" {
		return p.next(), true
	}
	hint := ""
	if kw != "" {
		hint = fmt.Sprintf("if %s is meant as a word, put it into quotes: %q", kw, kw)
	}
	p.ps.Add(after.pos, hint, "%q needs %s behind it", after.text, what)
	return t, false
}

// statement reads one statement, or skips what is none.
func (p *parser) statement() {
	t := p.next()
	kw := keyword(t)
	if kw == "" {
		kw = p.junk(t)
	}
	switch kw {
	case kwVolume:
		p.openVolume(t)
	case kwType:
		p.typeOf(t)
	case kwOption:
		p.option(t)
	case kwSubvolumes:
		p.subvolumes(t)
	case kwEnd:
		if p.vol == nil {
			p.ps.Add(t.pos, "there is no volume open here", "end-volume without volume")
			return
		}
		p.endVolume()
	}
}

// junk reports a word where a keyword should be. It returns the keyword that
// was meant, so that what follows can be read, or "" when all up to the next
// keyword has been skipped.
func (p *parser) junk(t *token) string {
	var prev *token
	if p.at >= 2 {
		prev = &p.tokens[p.at-2]
	}
	low := strings.ToLower(t.text)
	near := fops.Suggest(t.text, keywords)
	switch {
	case t.kind == quoted && slices.Contains(keywords, t.text):
		p.ps.Add(t.pos, "keywords are written without quotes", "unexpected word %q", t.text)
		return t.text
	case t.kind == word && slices.Contains(keywords, low):
		p.ps.Add(t.pos, fmt.Sprintf("keywords are lower case: %s", low), "unknown keyword %q", t.text)
		return low
	case t.glued && prev != nil:
		p.ps.Add(t.pos, "put the whole word into quotes", "%q is glued to the word before it", t.text)
	case t.kind == word && near != "":
		p.ps.Add(t.pos, fmt.Sprintf("did you mean %q?", near), "unknown keyword %q", t.text)
		return near
	case !t.first && prev != nil && keyword(prev) == "":
		p.ps.Add(t.pos, "a value with spaces is put into quotes", "unexpected word %q", t.text)
	default:
		p.ps.Add(t.pos, "a statement begins with "+strings.Join(keywords, ", "), "unknown keyword %q", t.text)
	}
	for {
		// A line that begins with something like a keyword is looked at on
		// its own: it is another mistake.
		t := p.peek()
		if t.kind == end || keyword(t) != "" || (t.first && t.kind == word && fops.Suggest(t.text, keywords) != "") {
			return ""
		}
		p.next()
	}
}

func (p *parser) openVolume(t *token) {
	p.closeVolume(t.pos)
	p.vol, p.begin = &xlator.VolumeSpec{Pos: t.pos}, t.pos
	p.typed, p.subs = false, false
	if name, ok := p.operand("a name", t); ok {
		p.vol.Name, p.vol.Pos = name.text, name.pos
		if name.text == "" {
			p.ps.Add(name.pos, "", "the name of a volume is empty")
		}
	}
}

// closeVolume ends a volume that another one or the end of the file cut off.
func (p *parser) closeVolume(at xlator.Pos) {
	if p.vol != nil {
		p.ps.Add(at, fmt.Sprintf("it begins at %s; write end-volume before this", p.begin), "volume %q has no end-volume", p.vol.Name)
		p.endVolume()
	}
}

func (p *parser) endVolume() {
	v := p.vol
	p.vol = nil
	if !p.typed {
		p.ps.Add(v.Pos, "write a line: type CATEGORY/NAME", "volume %q has no type", v.Name)
	}
	if v.Name == "" {
		return // it has been told, and nobody can refer to it
	}
	p.seen[v.Name] = true
	p.spec.Volumes = append(p.spec.Volumes, *v)
}

// inside reports whether a volume is open, as t needs one.
func (p *parser) inside(t *token) bool {
	if p.vol == nil {
		p.ps.Add(t.pos, "write it between volume NAME and end-volume", "%q outside of a volume", t.text)
	}
	return p.vol != nil
}

func (p *parser) typeOf(t *token) {
	in := p.inside(t)
	name, ok := p.operand("CATEGORY/NAME", t)
	if !in {
		return
	}
	twice := p.typed
	p.typed = true
	switch {
	case twice:
		p.ps.Add(t.pos, fmt.Sprintf("it has type %q", p.vol.Type), "volume %q has two types", p.vol.Name)
	case ok && name.text == "":
		p.ps.Add(name.pos, "", "the type of volume %q is empty", p.vol.Name)
	case ok:
		p.vol.Type, p.vol.TypePos = name.text, name.pos
	}
}

func (p *parser) option(t *token) {
	in := p.inside(t)
	key, ok := p.operand("a key and a value", t)
	if !ok {
		return
	}
	value, ok := p.operand("a value", key)
	if !ok || !in {
		return
	}
	if key.text == "" {
		p.ps.Add(key.pos, "", "the key of an option is empty")
		return
	}
	p.vol.Options = append(p.vol.Options, xlator.OptionSpec{Key: key.text, Value: value.text, Pos: key.pos, ValuePos: value.pos})
}

func (p *parser) subvolumes(t *token) {
	in := p.inside(t)
	if in && p.subs {
		p.ps.Add(t.pos, "name all of them behind one subvolumes", "volume %q has subvolumes twice", p.vol.Name)
	}
	if _, ok := p.operand("at least one name", t); !ok {
		p.subs = true
		return
	}
	for p.at--; ; {
		n := p.peek()
		if n.kind == end || keyword(n) != "" || p.misspelt(n) {
			break
		}
		p.next()
		switch {
		case !in:
		case n.text == "":
			p.ps.Add(n.pos, "", "the name of a subvolume is empty")
		default:
			p.vol.Subvolumes = append(p.vol.Subvolumes, xlator.SubvolumeSpec{Name: n.text, Pos: n.pos})
		}
	}
	p.subs = true
}

// misspelt tells a misspelt keyword from one more subvolume: it begins a line,
// looks like a keyword, and no volume has that name.
func (p *parser) misspelt(t *token) bool {
	return t.first && t.kind == word && !p.seen[t.text] && fops.Suggest(t.text, keywords) != ""
}
