package engine

import (
	"encoding/binary"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/go-python/gpython/py"
)

// codecOf finds an encoding: its name for messages, and its largest character.
func codecOf(name string) (canonical string, limit rune, err error) {
	switch strings.NewReplacer("_", "", "-", "", " ", "").Replace(strings.ToLower(name)) {
	case "utf8", "u8", "utf":
		return "utf-8", utf8.MaxRune, nil
	case "ascii", "usascii", "646":
		return "ascii", unicode.MaxASCII, nil
	case "latin1", "iso88591", "latin", "l1", "8859", "cp819":
		return "latin-1", unicode.MaxLatin1, nil
	case "utf16":
		return "utf-16", 0, nil
	case "utf16le":
		return "utf-16-le", 0, nil
	case "utf16be":
		return "utf-16-be", 0, nil
	case "utf32":
		return "utf-32", 0, nil
	case "utf32le":
		return "utf-32-le", 0, nil
	case "utf32be":
		return "utf-32-be", 0, nil
	}
	return "", 0, raise(lookupError, "unknown encoding: %s", name)
}

// Encode is str.encode(encoding, errors). Encodings are utf-8, ascii, latin-1
// and utf-16; errors are strict, ignore, replace, backslashreplace,
// xmlcharrefreplace and surrogateescape.
func Encode(s, encoding, errors string) ([]byte, error) {
	name, limit, err := codecOf(encoding)
	if err != nil {
		return nil, err
	}
	if limit == 0 {
		return encodeWide(s, name)
	}
	if limit == utf8.MaxRune && utf8.ValidString(s) || limit == unicode.MaxASCII && isASCII(s) {
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
		case errors == "backslashreplace":
			out = append(out, charEscape(s[i:i+n])...)
		case errors == "namereplace":
			c, _ := decodeChar(s[i:])
			if name := runeName(c); name != "" {
				out = append(out, `\N{`+name+`}`...)
			} else {
				out = append(out, charEscape(s[i:i+n])...)
			}
		case errors == "xmlcharrefreplace":
			c, _ := decodeChar(s[i:])
			out = append(out, sprintf("&#%d;", c)...)
		case errors == "surrogatepass" && escaped:
			c, _ := decodeChar(s[i:])
			out = append(out, byte(0xe0|c>>12), byte(0x80|c>>6&0x3f), byte(0x80|c&0x3f))
		case errors == "strict", errors == "surrogateescape", errors == "surrogatepass":
			end := pos + 1
			for j := i + n; j < len(s); end++ {
				r, m := utf8.DecodeRuneInString(s[j:])
				if (r != utf8.RuneError || m != 1) && r <= limit {
					break
				}
				j += m
			}
			return nil, encodeError(name, s, pos, end, limit)
		default:
			return nil, raise(lookupError, "unknown error handler name '%s'", errors)
		}
		i += n
	}
	return out, nil
}

func encodeError(name, s string, start, end int, limit rune) error {
	reason := "surrogates not allowed"
	if limit <= unicode.MaxLatin1 {
		reason = sprintf("ordinal not in range(%d)", limit+1)
	}
	return &Exc{cls: unicodeEncodeError, args: py.Tuple{py.String(name), py.String(s), py.Int(start), py.Int(end), py.String(reason)}}
}

func encodeWide(s, name string) ([]byte, error) {
	if strings.HasPrefix(name, "utf-32") {
		return encodeUTF32(s, name), nil
	}
	var out []byte
	big := name == "utf-16-be"
	if name == "utf-16" {
		out = append(out, 0xff, 0xfe)
	}
	for _, u := range utf16.Encode([]rune(s)) {
		if big {
			out = append(out, byte(u>>8), byte(u))
		} else {
			out = append(out, byte(u), byte(u>>8))
		}
	}
	return out, nil
}

func encodeUTF32(s, name string) []byte {
	order := binary.AppendByteOrder(binary.LittleEndian)
	if name == "utf-32-be" {
		order = binary.BigEndian
	}
	var out []byte
	if name == "utf-32" {
		out = order.AppendUint32(out, 0xfeff)
	}
	for _, r := range s {
		out = order.AppendUint32(out, uint32(r))
	}
	return out
}

func decodeUTF32(b []byte, name string) (string, error) {
	order := binary.ByteOrder(binary.LittleEndian)
	if name == "utf-32-be" {
		order = binary.BigEndian
	}
	at := 0
	if name == "utf-32" && len(b) >= 4 {
		switch {
		case binary.LittleEndian.Uint32(b) == 0xfeff:
			at = 4
		case binary.BigEndian.Uint32(b) == 0xfeff:
			at, order = 4, binary.BigEndian
		}
	}
	fail := func(end int, reason string) error {
		return &Exc{cls: unicodeDecodeError, args: py.Tuple{
			py.String(name), py.Bytes(append([]byte(nil), b...)), py.Int(at), py.Int(end), py.String(reason),
		}}
	}
	var s strings.Builder
	for ; at < len(b); at += 4 {
		if len(b)-at < 4 {
			return "", fail(len(b), "truncated data")
		}
		r := order.Uint32(b[at:])
		switch {
		case r > unicode.MaxRune:
			return "", fail(at+4, "code point not in range(0x110000)")
		case !utf8.ValidRune(rune(r)):
			return "", fail(at+4, "code point in surrogate code point range(0xd800, 0xe000)")
		}
		s.WriteRune(rune(r))
	}
	return s.String(), nil
}

// Decode is bytes.decode(encoding, errors), with the same encodings and errors as
// [Encode].
func Decode(b []byte, encoding, errors string) (string, error) {
	name, limit, err := codecOf(encoding)
	if err != nil {
		return "", err
	}
	if limit == 0 {
		return decodeWide(b, name)
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
		n := 1
		reason := ""
		if limit < 0x80 {
			if b[i] >= 0x80 {
				reason = "ordinal not in range(128)"
			}
		} else {
			var r rune
			if r, n = utf8.DecodeRune(b[i:]); r == utf8.RuneError && n == 1 {
				n, reason = badUTF8(b[i:])
			}
		}
		switch {
		case reason == "":
			s.Write(b[i : i+n])
		case errors == "surrogateescape":
			n = 1
			s.WriteByte(b[i])
		case errors == "ignore":
		case errors == "replace":
			s.WriteRune(utf8.RuneError)
		case errors == "backslashreplace":
			for _, x := range b[i : i+n] {
				s.WriteString(`\x` + hexDigits(uint32(x), 2))
			}
		case errors == "strict":
			return "", &Exc{cls: unicodeDecodeError, args: py.Tuple{
				py.String(name), py.Bytes(append([]byte(nil), b...)), py.Int(i), py.Int(i + n), py.String(reason),
			}}
		default:
			return "", raise(lookupError, "unknown error handler name '%s'", errors)
		}
		i += n
	}
	return s.String(), nil
}

// badUTF8 says how many bytes at the beginning of b are wrong, and why.
func badUTF8(b []byte) (int, string) {
	c := b[0]
	want := 0
	switch {
	case c >= 0xc2 && c <= 0xdf:
		want = 2
	case c >= 0xe0 && c <= 0xef:
		want = 3
	case c >= 0xf0 && c <= 0xf4:
		want = 4
	default:
		return 1, "invalid start byte"
	}
	for i := 1; i < want; i++ {
		if i >= len(b) {
			return i, "unexpected end of data"
		}
		lo, hi := byte(0x80), byte(0xbf)
		if i == 1 {
			switch c {
			case 0xe0:
				lo = 0xa0
			case 0xed:
				hi = 0x9f
			case 0xf0:
				lo = 0x90
			case 0xf4:
				hi = 0x8f
			}
		}
		if b[i] < lo || b[i] > hi {
			return i, "invalid continuation byte"
		}
	}
	return 1, "invalid start byte"
}

func decodeWide(b []byte, name string) (string, error) {
	if strings.HasPrefix(name, "utf-32") {
		return decodeUTF32(b, name)
	}
	big := name == "utf-16-be"
	if name == "utf-16" && len(b) >= 2 {
		if b[0] == 0xff && b[1] == 0xfe {
			b = b[2:]
		} else if b[0] == 0xfe && b[1] == 0xff {
			b, big = b[2:], true
		}
	}
	if len(b)%2 != 0 {
		return "", &Exc{cls: unicodeDecodeError, args: py.Tuple{py.String(name), py.Bytes(b), py.Int(len(b) - 1), py.Int(len(b)), py.String("truncated data")}}
	}
	u := make([]uint16, len(b)/2)
	for i := range u {
		if big {
			u[i] = uint16(b[2*i])<<8 | uint16(b[2*i+1])
		} else {
			u[i] = uint16(b[2*i+1])<<8 | uint16(b[2*i])
		}
	}
	return string(utf16.Decode(u)), nil
}
