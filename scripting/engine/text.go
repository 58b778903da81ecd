package engine

import (
	"bytes"
	"strings"
	"unicode"
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
	switch x := o.(type) {
	case py.Bytes:
		return x, nil
	case py.String:
		return []byte(x), nil
	}
	return nil, py.ExceptionNewf(py.TypeError, "expected str or bytes, not %s", o.Type().Name)
}

// StringOf returns the content of a str or bytes object as a Go string, which may
// hold any bytes.
func StringOf(o py.Object) (string, error) {
	switch x := o.(type) {
	case py.String:
		return string(x), nil
	case py.Bytes:
		return string(x), nil
	}
	return "", py.ExceptionNewf(py.TypeError, "expected str or bytes, not %s", o.Type().Name)
}

// Encode is str.encode(encoding, errors). Encodings are utf-8, ascii and latin-1;
// errors are strict, ignore, replace and surrogateescape.
func Encode(s, encoding, errors string) ([]byte, error) {
	limit, err := codec(encoding)
	if err != nil {
		return nil, err
	}
	if limit == utf8.MaxRune && utf8.ValidString(s) {
		return []byte(s), nil
	}
	out := make([]byte, 0, len(s))
	for i, pos := 0, 0; i < len(s); pos++ {
		r, n := utf8.DecodeRuneInString(s[i:])
		escaped := r == utf8.RuneError && n == 1
		switch {
		case !escaped && r <= limit:
			if limit == utf8.MaxRune {
				out = append(out, s[i:i+n]...)
			} else {
				out = append(out, byte(r))
			}
		case errors == "surrogateescape" && escaped:
			out = append(out, s[i])
		case errors == "ignore":
		case errors == "replace":
			out = append(out, '?')
		case errors == "strict", errors == "surrogateescape":
			return nil, py.ExceptionNewf(py.UnicodeEncodeError, "'%s' codec can't encode character %s in position %d", encoding, quote(s[i:i+n]), pos)
		default:
			return nil, py.ExceptionNewf(py.LookupError, "unknown error handler name '%s'", errors)
		}
		i += n
	}
	return out, nil
}

// Decode is bytes.decode(encoding, errors), with the same encodings and errors as
// [Encode].
func Decode(b []byte, encoding, errors string) (string, error) {
	limit, err := codec(encoding)
	if err != nil {
		return "", err
	}
	if limit == unicode.MaxLatin1 {
		var s strings.Builder
		for _, c := range b {
			s.WriteRune(rune(c))
		}
		return s.String(), nil
	}
	if limit == utf8.MaxRune && utf8.Valid(b) {
		return string(b), nil
	}
	var s strings.Builder
	for i := 0; i < len(b); {
		r, n := utf8.DecodeRune(b[i:])
		bad := r == utf8.RuneError && n == 1
		if limit < 0x80 {
			bad, n = b[i] >= 0x80, 1
		}
		switch {
		case !bad:
			s.Write(b[i : i+n])
		case errors == "surrogateescape":
			s.WriteByte(b[i])
		case errors == "ignore":
		case errors == "replace":
			s.WriteRune(utf8.RuneError)
		case errors == "strict":
			return "", py.ExceptionNewf(py.UnicodeDecodeError, "'%s' codec can't decode byte 0x%02x in position %d", encoding, b[i], i)
		default:
			return "", py.ExceptionNewf(py.LookupError, "unknown error handler name '%s'", errors)
		}
		i += n
	}
	return s.String(), nil
}

// codec returns the largest character of an encoding.
func codec(name string) (rune, error) {
	switch strings.ReplaceAll(strings.ReplaceAll(strings.ToLower(name), "_", ""), "-", "") {
	case "utf8":
		return utf8.MaxRune, nil
	case "ascii", "usascii":
		return unicode.MaxASCII, nil
	case "latin1", "iso88591":
		return unicode.MaxLatin1, nil
	}
	return 0, py.ExceptionNewf(py.LookupError, "unknown encoding: %s", name)
}

func charLen(s string) int {
	_, n := utf8.DecodeRuneInString(s)
	return n
}

// bytesIter and stringIter iterate the way Python does: numbers and characters.
func bytesIter(b py.Bytes) py.Object { return py.NewIterator(byteTuple(b)) }

func stringIter(s py.String) py.Object { return py.NewIterator(charTuple(s)) }

func byteTuple(b py.Bytes) py.Tuple {
	t := make(py.Tuple, len(b))
	for i, v := range b {
		t[i] = py.Int(v)
	}
	return t
}

func charTuple(s py.String) py.Tuple {
	t := make(py.Tuple, 0, len(s))
	for len(s) > 0 {
		n := charLen(string(s))
		t = append(t, s[:n])
		s = s[n:]
	}
	return t
}

func bytesContain(s py.Bytes, item py.Object) (bool, error) {
	switch x := item.(type) {
	case py.Bytes:
		return bytes.Contains(s, x), nil
	case py.Int:
		if x < 0 || x > 255 {
			return false, py.ExceptionNewf(py.ValueError, "byte must be in range(0, 256)")
		}
		return bytes.IndexByte(s, byte(x)) >= 0, nil
	}
	return false, py.ExceptionNewf(py.TypeError, "a bytes-like object is required, not '%s'", item.Type().Name)
}

// slice returns the positions that key selects in a sequence of n items.
func slice(key *py.Slice, n int) (start, step, count int, err error) {
	start, _, step, count, err = key.GetIndices(n)
	return start, step, max(count, 0), err
}

func bytesSubscript(b py.Bytes, key py.Object) (py.Object, error) {
	sl, ok := key.(*py.Slice)
	if !ok {
		i, err := py.IndexIntCheck(key, len(b))
		if err != nil {
			return nil, err
		}
		return py.Int(b[i]), nil
	}
	start, step, n, err := slice(sl, len(b))
	if err != nil {
		return nil, err
	}
	if n == 0 {
		return py.Bytes{}, nil
	}
	if step == 1 {
		// Full slice expression: an append to the part must not write into b.
		return b[start : start+n : start+n], nil
	}
	out := make(py.Bytes, n)
	for i := range out {
		out[i] = b[start+i*step]
	}
	return out, nil
}

func stringSubscript(s py.String, key py.Object) (py.Object, error) {
	ascii := true
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			ascii = false
			break
		}
	}
	n := len(s)
	if !ascii {
		n = utf8.RuneCountInString(string(s))
	}
	sl, ok := key.(*py.Slice)
	if !ok {
		i, err := py.IndexIntCheck(key, n)
		if err != nil {
			if py.IsException(py.IndexError, err) {
				return nil, py.ExceptionNewf(py.IndexError, "string index out of range")
			}
			return nil, py.ExceptionNewf(py.TypeError, "string indices must be integers")
		}
		if ascii {
			return s[i : i+1], nil
		}
		p := charPos(string(s), i)
		return s[p : p+charLen(string(s[p:]))], nil
	}
	start, step, count, err := slice(sl, n)
	if err != nil || count == 0 {
		return py.String(""), err
	}
	if step == 1 {
		if ascii {
			return s[start : start+count], nil
		}
		p := charPos(string(s), start)
		return s[p : p+charPos(string(s[p:]), count)], nil
	}
	chars := charTuple(s)
	var b strings.Builder
	for i := range count {
		b.WriteString(string(chars[start+i*step].(py.String)))
	}
	return py.String(b.String()), nil
}

// charPos is the byte position of character n.
func charPos(s string, n int) int {
	p := 0
	for ; n > 0 && p < len(s); n-- {
		p += charLen(s[p:])
	}
	return p
}
