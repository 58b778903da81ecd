package engine

import (
	"strings"
	"sync"
	"unicode"

	"github.com/go-python/gpython/py"
	"golang.org/x/text/unicode/norm"
	"golang.org/x/text/unicode/runenames"
)

// Module unicodedata: name, lookup, category, normalize, is_normalized, combining,
// decimal, digit, numeric, decomposition. Differs: the tables are those of the Go
// packages, which may be of a newer Unicode than Python 3.11's 14.0; numeric knows
// digits only; no bidirectional, east_asian_width and mirrored.

// namedChars are names looked up before.
var namedChars sync.Map // of string to rune

// charNamed finds a character by its name.
func charNamed(name string) (rune, bool) {
	name = strings.ToUpper(name)
	if r, ok := namedChars.Load(name); ok {
		return r.(rune), true
	}
	if name == "" || name[0] == '<' || len(name) > 100 {
		return 0, false
	}
	for r := range rune(unicode.MaxRune + 1) {
		if r == 0x3400 && strings.HasPrefix(name, "CJK UNIFIED IDEOGRAPH-") {
			continue
		}
		if runenames.Name(r) == name {
			namedChars.Store(name, r)
			return r, true
		}
	}
	return 0, false
}

// categories are the general categories in the order in which they are tried.
var categories = sync.OnceValue(func() (list []string) {
	for name := range unicode.Categories {
		if len(name) == 2 && name != "LC" {
			list = append(list, name)
		}
	}
	return list
})

func categoryOf(r rune) string {
	for _, name := range categories() {
		if unicode.Is(unicode.Categories[name], r) {
			return name
		}
	}
	return "Cn"
}

// digitValue is the value of a decimal digit of any script, or -1.
func digitValue(r rune) int {
	if !unicode.Is(unicode.Nd, r) {
		return -1
	}
	// Digits come in runs of ten that begin with zero.
	n := 0
	for q := r - 1; unicode.Is(unicode.Nd, q) && n < 9; q-- {
		n++
	}
	if n == 9 && unicode.Is(unicode.Nd, r-10) {
		if d := norm.NFKC.String(string(r)); len(d) == 1 && d[0] >= '0' && d[0] <= '9' {
			return int(d[0] - '0')
		}
	}
	return n
}

func init() {
	m := newGoModule("unicodedata", "Properties of characters.")
	m.set("unidata_version", py.String(unicode.Version))
	char := func(fn string, o py.Object) (rune, error) {
		s, ok := textOf(o)
		if !ok {
			return 0, raise(typeError, "%s() argument 1 must be a unicode character, not %s", fn, classOf(o).name)
		}
		if textLen(s) != 1 {
			return 0, raise(typeError, "%s() argument 1 must be a unicode character, not str", fn)
		}
		return codeOf(s), nil
	}
	about := func(name string, f func(r rune) py.Object, missing string) {
		m.fn(name, "chr default? /", func(_ *Context, _ py.Object, a []py.Object) (py.Object, error) {
			r, err := char(name, a[0])
			if err != nil {
				return nil, err
			}
			if v := f(r); v != nil {
				return v, nil
			}
			if a[1] != nil {
				return a[1], nil
			}
			return nil, raise(valueError, "%s", missing)
		})
	}
	about("name", func(r rune) py.Object {
		if s := runenames.Name(r); s != "" && s[0] != '<' {
			return py.String(s)
		}
		return nil
	}, "no such name")
	number := func(as func(int) py.Object) func(r rune) py.Object {
		return func(r rune) py.Object {
			if n := digitValue(r); n >= 0 {
				return as(n)
			}
			return nil
		}
	}
	about("decimal", number(func(n int) py.Object { return py.Int(n) }), "not a decimal")
	about("digit", number(func(n int) py.Object { return py.Int(n) }), "not a digit")
	about("numeric", number(func(n int) py.Object { return py.Float(n) }), "not a numeric character")
	about("category", func(r rune) py.Object { return py.String(categoryOf(r)) }, "")
	about("combining", func(r rune) py.Object { return py.Int(norm.NFD.PropertiesString(string(r)).CCC()) }, "")
	about("decomposition", func(r rune) py.Object {
		d := norm.NFD.PropertiesString(string(r)).Decomposition()
		var parts []string
		for _, x := range string(d) {
			parts = append(parts, sprintf("%04X", x))
		}
		return py.String(strings.Join(parts, " "))
	}, "")
	m.fn("lookup", "name /", func(_ *Context, _ py.Object, a []py.Object) (py.Object, error) {
		name, err := argText("lookup", 0, a[0])
		if err != nil {
			return nil, err
		}
		r, ok := charNamed(name)
		if !ok {
			return nil, &Exc{cls: keyError, args: py.Tuple{py.String("undefined character name '" + name + "'")}}
		}
		return py.String(string(r)), nil
	})
	forms := map[string]norm.Form{"NFC": norm.NFC, "NFD": norm.NFD, "NFKC": norm.NFKC, "NFKD": norm.NFKD}
	formed := func(c *Context, fn string, a []py.Object) (norm.Form, string, error) {
		name, err := argText(fn, 1, a[0])
		if err != nil {
			return 0, "", err
		}
		s, err := argText(fn, 2, a[1])
		if err != nil {
			return 0, "", err
		}
		f, ok := forms[name]
		if !ok {
			return 0, "", raise(valueError, "invalid normalization form")
		}
		return f, s, c.work(len(s))
	}
	m.fn("normalize", "form unistr /", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
		f, s, err := formed(c, "normalize", a)
		if err != nil {
			return nil, err
		}
		if len(s) > MaxAlloc/8 {
			return nil, memoryErr()
		}
		return py.String(f.String(s)), nil
	})
	m.fn("is_normalized", "form unistr /", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
		f, s, err := formed(c, "is_normalized", a)
		if err != nil {
			return nil, err
		}
		return py.NewBool(f.IsNormalString(s)), nil
	})
}
