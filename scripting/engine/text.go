package engine

import (
	"strings"
	"unicode/utf8"

	"github.com/go-python/gpython/py"
)

// File names are bytes, Python's str is text. CPython's os.fsdecode maps a byte
// that is no UTF-8 to the surrogate U+DC80+byte. py.String is a Go string, and a
// Go string may hold any bytes; so here such a byte simply stays itself within
// the str. What a script sees is the same as in CPython:
//
//   - Every name round-trips; equality, dict keys, concatenation, find, split,
//     replace, startswith work on the bytes.
//   - The byte counts as one character: in len(), in indexes and slices, in loops.
//   - repr() shows it as \udcXX.
//   - encode() refuses it unless errors="surrogateescape" (or "ignore",
//     "replace"), and decode(errors="surrogateescape") produces it.
//
// What differs: print() writes the byte as it is instead of failing, ord() of it
// and the literal '\udc80' give U+FFFD, the replacement character.

// FSDecode makes a str of a file name. It copies b; no byte is lost.
func FSDecode(b []byte) py.String { return py.String(b) }

// FSEncode returns the bytes of a str made by FSDecode, or of any text as UTF-8.
// It copies.
func FSEncode(s py.String) []byte { return []byte(s) }

// BytesOf returns the bytes of a str or bytes object, for arguments that may be
// either. It copies a str and shares bytes, which Go code must not change.
func BytesOf(o py.Object) ([]byte, error) {
	switch x := base(o).(type) {
	case py.Bytes:
		return x, nil
	case py.String:
		return []byte(x), nil
	}
	return nil, raise(typeError, "expected str or bytes, not %s", classOf(o).name)
}

// StringOf returns the content of a str or bytes object as a Go string, which may
// hold any bytes.
func StringOf(o py.Object) (string, error) {
	switch x := base(o).(type) {
	case py.String:
		return string(x), nil
	case py.Bytes:
		return string(x), nil
	}
	return "", raise(typeError, "expected str or bytes, not %s", classOf(o).name)
}

func charLen(s string) int {
	_, n := utf8.DecodeRuneInString(s)
	return n
}

// decodeChar decodes the first character; a byte that is no UTF-8 is the
// surrogate that stands for it.
func decodeChar(s string) (rune, int) {
	r, n := utf8.DecodeRuneInString(s)
	if r == utf8.RuneError && n == 1 {
		return 0xdc00 + rune(s[0]), 1
	}
	return r, n
}

// compareText orders by characters. That is the order of the bytes but for
// bytes that are no UTF-8: the surrogates that they stand for come before the
// characters beyond U+E000.
func compareText(a, b string) int { return strings.Compare(a, b) }

func textLen(s string) int {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return utf8.RuneCountInString(s)
		}
	}
	return len(s)
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// charPos is the byte position of character n.
func charPos(s string, n int) int {
	p := 0
	for ; n > 0 && p < len(s); n-- {
		p += charLen(s[p:])
	}
	return p
}

func charTuple(s py.String) py.Tuple {
	t := make(py.Tuple, 0, len(s))
	for len(s) > 0 {
		n := charLen(string(s))
		t = append(t, charObject(string(s[:n])))
		s = s[n:]
	}
	return t
}

func containsText(s, part string) bool {
	return strings.Contains(s, part)
}
