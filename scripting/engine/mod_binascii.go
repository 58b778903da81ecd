package engine

import (
	"bytes"
	"encoding/ascii85"
	"encoding/base32"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"strings"

	"github.com/go-python/gpython/py"
)

// Modules binascii, base64 and codecs. binascii has hex, base64, uu, quoted-printable
// and the checksums; base64 all of Python 3.11; codecs encode, decode, lookup, the
// names of the byte order marks, and getencoder and getdecoder. Differs: codecs has
// no registry, no streams and no incremental coders.

var (
	binasciiError = declareIn("binascii", "Error", valueError)
	codecInfo     = declareFinalIn("codecs", "CodecInfo")
)

func binErr(format string, a ...any) error { return raise(binasciiError, format, a...) }

// asciiOrBytes is an argument of a decoder.
func asciiOrBytes(o py.Object, wrong string) ([]byte, error) {
	if s, ok := textOf(o); ok {
		if !isASCII(s) {
			return nil, raise(valueError, "string argument should contain only ASCII characters")
		}
		return []byte(s), nil
	}
	if b, ok := rawBytes(o); ok {
		return b, nil
	}
	return nil, raise(typeError, wrong, classOf(o).name)
}

const (
	wrongBinascii = "argument should be bytes, buffer or ASCII string, not '%s'"
	wrongBase64   = "argument should be a bytes-like object or ASCII string, not '%s'"
)

func unhex(b []byte) ([]byte, error) {
	if len(b)%2 != 0 {
		return nil, binErr("Odd-length string")
	}
	out := make([]byte, len(b)/2)
	if _, err := hex.Decode(out, b); err != nil {
		return nil, binErr("Non-hexadecimal digit found")
	}
	return out, nil
}

// from64 decodes base64 as binascii does: what is no digit is skipped, unless
// strict.
func from64(b []byte, strict bool) ([]byte, error) {
	out := make([]byte, 0, len(b)/4*3)
	quad, pads := 0, 0
	left := byte(0)
	padded := false
	if strict && len(b) > 0 && b[0] == '=' {
		return nil, binErr("Leading padding not allowed")
	}
	for i, ch := range b {
		if ch == '=' {
			padded = true
			if quad >= 2 {
				if pads++; quad+pads >= 4 {
					if strict && i+1 < len(b) {
						return nil, binErr("Excess data after padding")
					}
					return out, nil
				}
			} else if strict {
				return nil, binErr("Discontinuous padding not allowed")
			}
			continue
		}
		v := value64(ch)
		if v < 0 {
			if strict {
				return nil, binErr("Only base64 data is allowed")
			}
			continue
		}
		if strict && padded {
			return nil, binErr("Discontinuous padding not allowed")
		}
		pads = 0
		switch quad {
		case 0:
			left = byte(v)
		case 1:
			out = append(out, left<<2|byte(v)>>4)
			left = byte(v) & 15
		case 2:
			out = append(out, left<<4|byte(v)>>2)
			left = byte(v) & 3
		case 3:
			out = append(out, left<<6|byte(v))
		}
		quad = (quad + 1) % 4
	}
	switch quad {
	case 0:
		return out, nil
	case 1:
		return nil, binErr("Invalid base64-encoded string: number of data characters (%d) cannot be 1 more than a multiple of 4", len(out)/3*4+1)
	}
	return nil, binErr("Incorrect padding")
}

func value64(c byte) int {
	switch {
	case c >= 'A' && c <= 'Z':
		return int(c - 'A')
	case c >= 'a' && c <= 'z':
		return int(c-'a') + 26
	case c >= '0' && c <= '9':
		return int(c-'0') + 52
	case c == '+':
		return 62
	case c == '/':
		return 63
	}
	return -1
}

func to64(b []byte) []byte { return base64.StdEncoding.AppendEncode([]byte{}, b) }

// hexlify is hex with an optional separator.
func (c *Context) hexlify(a []py.Object) (string, error) {
	b, err := bytesOf(a[0], needBytes)
	if err != nil {
		return "", err
	}
	if a[1] == nil {
		return hex.EncodeToString(b), c.work(len(b))
	}
	sep, err := StringOf(a[1])
	if err != nil {
		return "", raise(typeError, "sep must be str or bytes.")
	}
	if len(sep) != 1 {
		return "", raise(valueError, "sep must be length 1.")
	}
	n, err := c.optIndex(a[2], 1)
	if err != nil {
		return "", err
	}
	if n == 0 {
		return hex.EncodeToString(b), nil
	}
	var out strings.Builder
	for i, x := range b {
		if i > 0 && (n > 0 && (len(b)-i)%n == 0 || n < 0 && i%-n == 0) {
			out.WriteString(sep)
		}
		out.WriteString(hexDigits(uint32(x), 2))
	}
	return out.String(), c.work(len(b))
}

func init() {
	binasciiError.make, binasciiError.init = newExc, initExc
	m := newGoModule("binascii", "Conversions between binary data and ASCII.")
	m.set("Error", binasciiError)
	incomplete := declareIn("binascii", "Incomplete", exceptionClass)
	incomplete.make, incomplete.init = newExc, initExc
	m.set("Incomplete", incomplete)
	for _, name := range [...]string{"hexlify", "b2a_hex"} {
		m.fn(name, "data sep? bytes_per_sep?", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
			s, err := c.hexlify(a)
			return py.Bytes(s), err
		})
	}
	for _, name := range [...]string{"unhexlify", "a2b_hex"} {
		m.fn(name, "hexstr /", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
			b, err := asciiOrBytes(a[0], wrongBinascii)
			if err != nil {
				return nil, err
			}
			out, err := unhex(b)
			return py.Bytes(out), err
		})
	}
	m.fn("b2a_base64", "data / * newline?", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
		b, err := bytesOf(a[0], needBytes)
		if err != nil {
			return nil, err
		}
		nl, err := c.optTruth(a[1], true)
		if err != nil {
			return nil, err
		}
		out := to64(b)
		if nl {
			out = append(out, '\n')
		}
		return py.Bytes(out), c.work(len(b))
	})
	m.fn("a2b_base64", "data / * strict_mode?", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
		b, err := asciiOrBytes(a[0], wrongBinascii)
		if err != nil {
			return nil, err
		}
		strict, err := c.optTruth(a[1], false)
		if err != nil {
			return nil, err
		}
		out, err := from64(b, strict)
		if err != nil {
			return nil, err
		}
		return py.Bytes(out), c.work(len(b))
	})
	m.fn("crc32", "data value? /", checksum(0, crcUpdate))
	m.fn("crc_hqx", "data crc /", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
		b, err := bytesOf(a[0], needBytes)
		if err != nil {
			return nil, err
		}
		n, err := c.index(a[1])
		crc := uint16(n)
		for _, x := range b {
			crc ^= uint16(x) << 8
			for range 8 {
				if crc&0x8000 != 0 {
					crc = crc<<1 ^ 0x1021
				} else {
					crc <<= 1
				}
			}
		}
		return py.Int(crc), errors2(err, c.work(8*len(b)))
	})
	m.fn("b2a_uu", "data / * backtick?", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
		b, err := bytesOf(a[0], needBytes)
		if err != nil {
			return nil, err
		}
		tick, err := c.optTruth(a[1], false)
		if err != nil {
			return nil, err
		}
		if len(b) > 45 {
			return nil, binErr("At most 45 bytes at once")
		}
		digit := func(x byte) byte {
			if x == 0 && tick {
				return '`'
			}
			return x + ' '
		}
		out := []byte{digit(byte(len(b)))}
		for i := 0; i < len(b); i += 3 {
			var t [3]byte
			copy(t[:], b[i:])
			out = append(out, digit(t[0]>>2), digit(t[0]<<4&0x30|t[1]>>4), digit(t[1]<<2&0x3c|t[2]>>6), digit(t[2]&0x3f))
		}
		return py.Bytes(append(out, '\n')), nil
	})
	m.fn("a2b_uu", "data /", func(_ *Context, _ py.Object, a []py.Object) (py.Object, error) {
		b, err := asciiOrBytes(a[0], wrongBinascii)
		if err != nil {
			return nil, err
		}
		if len(b) == 0 {
			return py.Bytes{}, nil
		}
		n := int(b[0]-' ') & 0x3f
		b = bytes.TrimRight(b[1:], "\r\n")
		out := []byte{}
		for i := 0; len(out) < n; i += 4 {
			var q [4]byte
			for j := range q {
				if i+j < len(b) {
					if b[i+j] < ' ' || b[i+j] > '`' {
						return nil, binErr("Illegal char")
					}
					q[j] = (b[i+j] - ' ') & 0x3f
				}
			}
			out = append(out, q[0]<<2|q[1]>>4, q[1]<<4|q[2]>>2, q[2]<<6|q[3])
		}
		return py.Bytes(out[:n]), nil
	})
	initBase64()
	initCodecs()
}

// errors2 is the first of two errors.
func errors2(a, b error) error {
	if a != nil {
		return a
	}
	return b
}

// altChars is an argument that replaces + and /.
func altChars(o py.Object) ([]byte, error) {
	if missing(o) {
		return nil, nil
	}
	b, err := asciiOrBytes(o, wrongBase64)
	if err == nil && len(b) != 2 {
		s := reprText(o)
		return nil, &Exc{cls: assertionError, args: py.Tuple{py.String(s)}}
	}
	return b, err
}

func swapBytes(b []byte, from, to []byte) []byte {
	return bytes.Map(func(r rune) rune {
		for i := range from {
			if r == rune(from[i]) {
				return rune(to[i])
			}
		}
		return r
	}, b)
}

func initBase64() {
	m := newGoModule("base64", "Base16, Base32, Base64 and Base85.")
	enc := func(name, params string, f func(c *Context, b []byte, a []py.Object) ([]byte, error)) {
		m.fn(name, params, func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
			b, err := bytesOf(a[0], needBytes)
			if err != nil {
				return nil, err
			}
			if len(b) > MaxAlloc/4 {
				return nil, memoryErr()
			}
			out, err := f(c, b, a)
			if out == nil {
				out = []byte{}
			}
			return py.Bytes(out), errors2(err, c.work(len(b)))
		})
	}
	dec := func(name, params string, f func(c *Context, b []byte, a []py.Object) ([]byte, error)) {
		m.fn(name, params, func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
			b, err := asciiOrBytes(a[0], wrongBase64)
			if err != nil {
				return nil, err
			}
			out, err := f(c, b, a)
			if out == nil {
				out = []byte{}
			}
			return py.Bytes(out), errors2(err, c.work(len(b)))
		})
	}
	url, std := []byte("-_"), []byte("+/")
	enc("b64encode", "s altchars?", func(_ *Context, b []byte, a []py.Object) ([]byte, error) {
		alt, err := altChars(a[1])
		if alt == nil || err != nil {
			return to64(b), err
		}
		return swapBytes(to64(b), std, alt), nil
	})
	dec("b64decode", "s altchars? validate?", func(c *Context, b []byte, a []py.Object) ([]byte, error) {
		alt, err := altChars(a[1])
		if err != nil {
			return nil, err
		}
		strict, err := c.optTruth(a[2], false)
		if err != nil {
			return nil, err
		}
		if alt != nil {
			b = swapBytes(b, alt, std)
		}
		return from64(b, strict)
	})
	enc("standard_b64encode", "s", func(_ *Context, b []byte, _ []py.Object) ([]byte, error) { return to64(b), nil })
	dec("standard_b64decode", "s", func(_ *Context, b []byte, _ []py.Object) ([]byte, error) { return from64(b, false) })
	enc("urlsafe_b64encode", "s", func(_ *Context, b []byte, _ []py.Object) ([]byte, error) { return swapBytes(to64(b), std, url), nil })
	dec("urlsafe_b64decode", "s", func(_ *Context, b []byte, _ []py.Object) ([]byte, error) {
		return from64(swapBytes(b, url, std), false)
	})
	lines := func(_ *Context, b []byte, _ []py.Object) ([]byte, error) {
		var out []byte
		for len(b) > 0 {
			n := min(57, len(b))
			out = append(append(out, to64(b[:n])...), '\n')
			b = b[n:]
		}
		return out, nil
	}
	enc("encodebytes", "s", lines)
	dec("decodebytes", "s", func(_ *Context, b []byte, a []py.Object) ([]byte, error) {
		if _, ok := rawBytes(a[0]); !ok {
			return nil, raise(typeError, "expected bytes-like object, not %s", classOf(a[0]).name)
		}
		return from64(b, false)
	})
	enc("b16encode", "s", func(_ *Context, b []byte, _ []py.Object) ([]byte, error) {
		return bytes.ToUpper(hex.AppendEncode([]byte{}, b)), nil
	})
	dec("b16decode", "s casefold?", func(c *Context, b []byte, a []py.Object) ([]byte, error) {
		fold, err := c.optTruth(a[1], false)
		if err != nil {
			return nil, err
		}
		if fold {
			b = bytes.ToUpper(b)
		}
		if bytes.ContainsFunc(b, func(r rune) bool { return (r < '0' || r > '9') && (r < 'A' || r > 'F') }) {
			return nil, binErr("Non-base16 digit found")
		}
		return unhex(b)
	})
	for name, alphabet := range map[string]*base32.Encoding{"b32": base32.StdEncoding, "b32hex": base32.HexEncoding} {
		enc(name+"encode", "s", func(_ *Context, b []byte, _ []py.Object) ([]byte, error) {
			return alphabet.AppendEncode([]byte{}, b), nil
		})
		params := "s casefold? map01?"
		if name == "b32hex" {
			params = "s casefold?"
		}
		dec(name+"decode", params, func(c *Context, b []byte, a []py.Object) ([]byte, error) {
			fold, err := c.optTruth(a[1], false)
			if err != nil {
				return nil, err
			}
			if len(b)%8 != 0 {
				return nil, binErr("Incorrect padding")
			}
			if len(a) > 2 && !missing(a[2]) {
				to, err := asciiOrBytes(a[2], wrongBase64)
				if err != nil {
					return nil, err
				}
				b = swapBytes(b, []byte("01"), append([]byte("O"), to...))
			}
			if fold {
				b = bytes.ToUpper(b)
			}
			data := bytes.TrimRight(b, "=")
			pads := len(b) - len(data)
			allowed := "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
			if name == "b32hex" {
				allowed = "0123456789ABCDEFGHIJKLMNOPQRSTUV"
			}
			for _, x := range data {
				if strings.IndexByte(allowed, x) < 0 {
					return nil, binErr("Non-base32 digit found")
				}
			}
			if pads != 0 && pads != 1 && pads != 3 && pads != 4 && pads != 6 {
				return nil, binErr("Incorrect padding")
			}
			out := make([]byte, base32.StdEncoding.DecodedLen(len(b)))
			n, err := alphabet.Decode(out, b)
			if err != nil {
				return nil, binErr("Incorrect padding")
			}
			return out[:n], nil
		})
	}
	enc("b85encode", "b pad?", func(c *Context, b []byte, a []py.Object) ([]byte, error) {
		pad, err := c.optTruth(a[1], false)
		return to85(b, base85Digits, pad), err
	})
	dec("b85decode", "b", func(_ *Context, b []byte, _ []py.Object) ([]byte, error) { return from85(b) })
	initASCII85(enc, dec)
}

const base85Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~"

func to85(b []byte, digits string, pad bool) []byte {
	out := make([]byte, 0, len(b)/4*5+5)
	for i := 0; i < len(b); i += 4 {
		var q [4]byte
		n := copy(q[:], b[i:])
		v := binary.BigEndian.Uint32(q[:])
		var d [5]byte
		for j := 4; j >= 0; j-- {
			d[j] = digits[v%85]
			v /= 85
		}
		if pad {
			n = 4
		}
		out = append(out, d[:n+1]...)
	}
	return out
}

func from85(b []byte) ([]byte, error) {
	out := []byte{}
	for i := 0; i < len(b); i += 5 {
		v := uint64(0)
		n := min(5, len(b)-i)
		for j := range 5 {
			d := 84
			if j < n {
				if d = strings.IndexByte(base85Digits, b[i+j]); d < 0 {
					return nil, raise(valueError, "bad base85 character at position %d", i+j)
				}
			}
			v = v*85 + uint64(d)
		}
		if v > 0xffffffff {
			return nil, raise(valueError, "base85 overflow in hunk starting at byte %d", i)
		}
		var q [4]byte
		binary.BigEndian.PutUint32(q[:], uint32(v))
		out = append(out, q[:n-1]...)
	}
	return out, nil
}

type coder = func(name, params string, f func(c *Context, b []byte, a []py.Object) ([]byte, error))

func initASCII85(enc, dec coder) {
	enc("a85encode", "b * foldspaces? wrapcol? pad? adobe?", func(c *Context, b []byte, a []py.Object) ([]byte, error) {
		var flag [3]bool
		for i, o := range [...]py.Object{a[1], a[3], a[4]} {
			var err error
			if flag[i], err = c.optTruth(o, false); err != nil {
				return nil, err
			}
		}
		fold, pad, adobe := flag[0], flag[1], flag[2]
		wrap, err := c.optIndex(a[2], 0)
		if err != nil {
			return nil, err
		}
		var out []byte
		if adobe {
			out = append(out, "<~"...)
		}
		for i := 0; i < len(b); i += 4 {
			part := b[i:min(i+4, len(b))]
			switch {
			case fold && string(part) == "    ":
				out = append(out, 'y')
			case pad && len(part) < 4:
				var q [4]byte
				copy(q[:], part)
				part = q[:]
				fallthrough
			default:
				var d [5]byte
				n := ascii85.Encode(d[:], part)
				out = append(out, d[:n]...)
			}
		}
		if adobe {
			out = append(out, "~>"...)
		}
		if wrap > 0 {
			wrap = max(wrap, map[bool]int{true: 2, false: 1}[adobe])
			var lines []byte
			for len(out) > wrap {
				lines = append(append(lines, out[:wrap]...), '\n')
				out = out[wrap:]
			}
			out = append(lines, out...)
		}
		return out, nil
	})
	dec("a85decode", "b * foldspaces? adobe? ignorechars?", func(c *Context, b []byte, a []py.Object) ([]byte, error) {
		fold, err := c.optTruth(a[1], false)
		if err != nil {
			return nil, err
		}
		adobe, err := c.optTruth(a[2], false)
		if err != nil {
			return nil, err
		}
		ignore := []byte(" \t\n\r\v")
		if a[3] != nil {
			if ignore, err = asciiOrBytes(a[3], wrongBase64); err != nil {
				return nil, err
			}
		}
		if adobe {
			if !bytes.HasSuffix(b, []byte("~>")) {
				return nil, raise(valueError, "Ascii85 encoded byte sequences must end with b'~>'")
			}
			b = bytes.TrimPrefix(b[:len(b)-2], []byte("<~"))
		}
		out := []byte{}
		var q []byte
		flush := func() error {
			v := uint64(0)
			for _, d := range q {
				v = v*85 + uint64(d)
			}
			if v > 0xffffffff {
				return raise(valueError, "Ascii85 overflow")
			}
			out = binary.BigEndian.AppendUint32(out, uint32(v))
			q = q[:0]
			return nil
		}
		for _, x := range b {
			switch {
			case x >= '!' && x <= 'u':
				if q = append(q, x-'!'); len(q) == 5 {
					if err := flush(); err != nil {
						return nil, err
					}
				}
			case x == 'z':
				if len(q) > 0 {
					return nil, raise(valueError, "z inside Ascii85 5-tuple")
				}
				out = append(out, 0, 0, 0, 0)
			case fold && x == 'y':
				if len(q) > 0 {
					return nil, raise(valueError, "y inside Ascii85 5-tuple")
				}
				out = append(out, "    "...)
			case bytes.IndexByte(ignore, x) >= 0:
			default:
				return nil, raise(valueError, "Non-Ascii85 digit found: %c", x)
			}
		}
		if n := len(q); n > 0 {
			for len(q) < 5 {
				q = append(q, 84)
			}
			if err := flush(); err != nil {
				return nil, err
			}
			out = out[:len(out)-(5-n)]
		}
		return out, nil
	})
}

// codecEntry is what lookup returns.
type codecEntry struct{ name string }

// Type implements py.Object.
func (*codecEntry) Type() *py.Type { return codecInfo.py }

func (*codecEntry) class() *Class { return codecInfo }

// codecName is the name that codecs.lookup gives an encoding.
func codecName(name string) (string, error) {
	n := strings.NewReplacer("_", "", "-", "", " ", "").Replace(strings.ToLower(name))
	switch n {
	case "utf8", "u8", "utf", "cp65001":
		return "utf-8", nil
	case "utf8sig":
		return "utf-8-sig", nil
	case "ascii", "usascii", "646":
		return "ascii", nil
	case "latin1", "iso88591", "latin", "l1", "8859", "cp819":
		return "iso8859-1", nil
	case "utf16", "u16":
		return "utf-16", nil
	case "utf16le":
		return "utf-16-le", nil
	case "utf16be":
		return "utf-16-be", nil
	case "rot13":
		return "rot13", nil
	case "hex", "hexcodec":
		return "hex", nil
	case "base64", "base64codec":
		return "base64", nil
	}
	return "", raise(lookupError, "unknown encoding: %s", name)
}

func rot13(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z':
			return 'a' + (r-'a'+13)%26
		case r >= 'A' && r <= 'Z':
			return 'A' + (r-'A'+13)%26
		}
		return r
	}, s)
}

func (c *Context) codecEncode(o py.Object, name, errs string) (py.Object, error) {
	kind, err := codecName(name)
	if err != nil {
		return nil, err
	}
	switch kind {
	case "hex", "base64":
		b, err := bytesOf(o, needBytes)
		if err != nil {
			return nil, err
		}
		if kind == "hex" {
			return py.Bytes(hex.AppendEncode([]byte{}, b)), nil
		}
		out := []byte{}
		for len(b) > 0 {
			n := min(57, len(b))
			out = append(append(out, to64(b[:n])...), '\n')
			b = b[n:]
		}
		return py.Bytes(out), nil
	}
	s, ok := textOf(o)
	if !ok {
		return nil, raise(typeError, "%s_encode() argument 1 must be str, not %s", strings.ReplaceAll(kind, "-", "_"), classOf(o).name)
	}
	switch kind {
	case "rot13":
		return py.String(rot13(s)), nil
	case "utf-8-sig":
		b, err := Encode(s, "utf-8", errs)
		return py.Bytes("\xef\xbb\xbf" + string(b)), err
	}
	b, err := Encode(s, name, errs)
	return py.Bytes(b), err
}

func (c *Context) codecDecode(o py.Object, name, errs string) (py.Object, error) {
	kind, err := codecName(name)
	if err != nil {
		return nil, err
	}
	if kind == "rot13" {
		s, ok := textOf(o)
		if !ok {
			return nil, raise(typeError, "a str is required, not '%s'", classOf(o).name)
		}
		return py.String(rot13(s)), nil
	}
	b, ok := rawBytes(o)
	if s, text := textOf(o); text && (kind == "hex" || kind == "base64") && isASCII(s) {
		b, ok = []byte(s), true
	}
	if !ok {
		return nil, raise(typeError, needBytes, classOf(o).name)
	}
	switch kind {
	case "hex":
		out, err := unhex(b)
		return py.Bytes(out), err
	case "base64":
		out, err := from64(b, false)
		return py.Bytes(out), err
	case "utf-8-sig":
		b, name = bytes.TrimPrefix(b, []byte("\xef\xbb\xbf")), "utf-8"
	}
	s, err := Decode(b, name, errs)
	return py.String(s), err
}

func initCodecs() {
	m := newGoModule("codecs", "Encodings by name.")
	m.set("CodecInfo", codecInfo)
	for name, b := range map[string]string{
		"BOM_UTF8": "\xef\xbb\xbf", "BOM_UTF16": "\xff\xfe", "BOM_UTF16_LE": "\xff\xfe", "BOM_UTF16_BE": "\xfe\xff", "BOM": "\xff\xfe",
		"BOM_LE": "\xff\xfe", "BOM_BE": "\xfe\xff", "BOM_UTF32": "\xff\xfe\x00\x00", "BOM_UTF32_LE": "\xff\xfe\x00\x00", "BOM_UTF32_BE": "\x00\x00\xfe\xff",
	} {
		m.set(name, py.Bytes(b))
	}
	text := func(o py.Object, def string) (string, error) {
		if o == nil {
			return def, nil
		}
		s, ok := textOf(o)
		if !ok {
			return "", raise(typeError, "argument must be str, not %s", classOf(o).name)
		}
		return s, nil
	}
	for name, f := range map[string]func(c *Context, o py.Object, name, errs string) (py.Object, error){
		"encode": (*Context).codecEncode, "decode": (*Context).codecDecode,
	} {
		m.fn(name, "obj encoding? errors?", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
			enc, err := text(a[1], "utf-8")
			if err != nil {
				return nil, err
			}
			errs, err := text(a[2], "strict")
			if err != nil {
				return nil, err
			}
			return f(c, a[0], enc, errs)
		})
		// encoder(obj) of an entry, and getencoder(name): they return the length too.
		pair := func(enc string) py.Object {
			return newBuiltin(name, "obj errors?", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
				errs, err := text(a[1], "strict")
				if err != nil {
					return nil, err
				}
				v, err := f(c, a[0], enc, errs)
				if err != nil {
					return nil, err
				}
				n, err := c.length(a[0])
				return py.Tuple{v, py.Int(n)}, err
			})
		}
		codecInfo.getter(name, func(_ *Context, o py.Object) (py.Object, error) { return pair(o.(*codecEntry).name), nil })
		m.fn("get"+name+"r", "encoding /", func(_ *Context, _ py.Object, a []py.Object) (py.Object, error) {
			enc, err := text(a[0], "")
			if err != nil {
				return nil, err
			}
			if _, err := codecName(enc); err != nil {
				return nil, err
			}
			return pair(enc), nil
		})
	}
	m.fn("lookup", "encoding /", func(_ *Context, _ py.Object, a []py.Object) (py.Object, error) {
		enc, err := text(a[0], "")
		if err != nil {
			return nil, err
		}
		name, err := codecName(enc)
		return &codecEntry{name}, err
	})
	codecInfo.getter("name", func(_ *Context, o py.Object) (py.Object, error) { return py.String(o.(*codecEntry).name), nil })
	codecInfo.method("__repr__", "", func(_ *Context, o py.Object, _ []py.Object) (py.Object, error) {
		return py.String(sprintf("<codecs.CodecInfo object for encoding %s at 0x%x>", o.(*codecEntry).name, address(o))), nil
	})
}
