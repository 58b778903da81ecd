package engine

import (
	"math/big"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/go-python/gpython/py"
)

// numberValue is the value of a number literal, or nil and what is wrong.
func numberValue(text string) (py.Object, string) {
	s := strings.ToLower(text)
	if strings.HasSuffix(s, "_") || strings.Contains(s, "__") {
		return nil, "invalid decimal literal"
	}
	if len(s) > 1 && s[0] == '0' && strings.IndexByte("xob", s[1]) >= 0 {
		base, name := map[byte]int{'x': 16, 'o': 8, 'b': 2}[s[1]], map[byte]string{'x': "hexadecimal", 'o': "octal", 'b': "binary"}[s[1]]
		n, ok := new(big.Int).SetString(strings.ReplaceAll(s[2:], "_", ""), base)
		for _, c := range s[2:] {
			if c >= '0' && c <= '9' && int(c-'0') >= base {
				return nil, "invalid digit '" + string(c) + "' in " + name + " literal"
			}
		}
		if !ok {
			return nil, "invalid " + name + " literal"
		}
		return normInt(n), ""
	}
	plain := strings.ReplaceAll(s, "_", "")
	if strings.HasSuffix(plain, "j") {
		f, err := strconv.ParseFloat(plain[:len(plain)-1], 64)
		if err != nil && f == 0 {
			return nil, "invalid imaginary literal"
		}
		return py.Complex(complex(0, f)), ""
	}
	if strings.ContainsAny(plain, ".e") {
		f, err := strconv.ParseFloat(plain, 64)
		if err != nil && !isRange(err) {
			return nil, "invalid decimal literal"
		}
		return py.Float(f), ""
	}
	if len(plain) > 1 && plain[0] == '0' && strings.Trim(plain, "0") != "" {
		return nil, "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers"
	}
	if len(plain) > maxDigits {
		return nil, "Exceeds the limit (4300 digits) for integer string conversion: value has " + strconv.Itoa(len(plain)) + " digits; use sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer literals to avoid decimal conversion limits."
	}
	n, ok := new(big.Int).SetString(plain, 10)
	if !ok {
		return nil, "invalid decimal literal"
	}
	return normInt(n), ""
}

// maxDigits bounds decimal conversions of integers, as in CPython.
const maxDigits = 4300

func isRange(err error) bool {
	e, ok := err.(*strconv.NumError)
	return ok && e.Err == strconv.ErrRange
}

// stringToken is a string literal taken apart.
type stringToken struct {
	raw, bytes, format bool
	body               string
	offset             int // of the body within the token
}

func splitString(text string) stringToken {
	var s stringToken
	i := strings.IndexAny(text, `"'`)
	for _, c := range strings.ToLower(text[:i]) {
		switch c {
		case 'r':
			s.raw = true
		case 'b':
			s.bytes = true
		case 'f':
			s.format = true
		}
	}
	n := 1
	if len(text) >= i+6 && text[i+1] == text[i] && text[i+2] == text[i] {
		n = 3
	}
	s.body, s.offset = text[i+n:len(text)-n], i+n
	if strings.Contains(s.body, "\r") {
		s.body = strings.ReplaceAll(strings.ReplaceAll(s.body, "\r\n", "\n"), "\r", "\n")
	}
	return s
}

// value decodes the escapes of a literal that is no f-string.
func (s *stringToken) value() (py.Object, string) {
	if s.bytes {
		for i := range len(s.body) {
			if s.body[i] >= utf8.RuneSelf {
				return nil, "bytes can only contain ASCII literal characters"
			}
		}
		if s.raw {
			return py.Bytes(s.body), ""
		}
		b, msg := unescape(s.body, true)
		return py.Bytes(b), msg
	}
	if s.raw {
		return py.String(s.body), ""
	}
	t, msg := unescape(s.body, false)
	return py.String(t), msg
}

// unescape decodes backslash escapes. A surrogate made by \udc80 to \udcff is
// the byte of a file name that it stands for; see text.go.
func unescape(s string, isBytes bool) (string, string) {
	if strings.IndexByte(s, '\\') < 0 {
		return s, ""
	}
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); {
		if s[i] != '\\' || i+1 == len(s) {
			b = append(b, s[i])
			i++
			continue
		}
		c := s[i+1]
		i += 2
		switch c {
		case '\n':
		case '\\', '\'', '"':
			b = append(b, c)
		case 'a', 'b', 'f', 'n', 'r', 't', 'v':
			b = append(b, "\a\b\f\n\r\t\v"[strings.IndexByte("abfnrtv", c)])
		case '0', '1', '2', '3', '4', '5', '6', '7':
			n, j := 0, i-1
			for ; j < len(s) && j < i+2 && s[j] >= '0' && s[j] <= '7'; j++ {
				n = n*8 + int(s[j]-'0')
			}
			i = j
			if isBytes {
				b = append(b, byte(n))
			} else {
				b = utf8.AppendRune(b, rune(n))
			}
		case 'x', 'u', 'U':
			if isBytes && c != 'x' {
				b = append(b, '\\', c)
				continue
			}
			width := map[byte]int{'x': 2, 'u': 4, 'U': 8}[c]
			if i+width > len(s) {
				return "", truncatedEscape(isBytes, c, width, i-2)
			}
			n, err := strconv.ParseUint(s[i:i+width], 16, 32)
			if err != nil {
				return "", truncatedEscape(isBytes, c, width, i-2)
			}
			i += width
			if isBytes {
				b = append(b, byte(n))
				continue
			}
			if n > utf8.MaxRune {
				return "", "(unicode error) 'unicodeescape' codec can't decode bytes in position " + strconv.Itoa(i-2-width) + "-" + strconv.Itoa(i-1) + ": illegal Unicode character"
			}
			b = appendChar(b, rune(n))
		case 'N':
			end := strings.IndexByte(s[i:], '}')
			if isBytes {
				b = append(b, '\\', c)
				continue
			}
			if i >= len(s) || s[i] != '{' || end < 0 {
				return "", "(unicode error) 'unicodeescape' codec can't decode bytes in position " + strconv.Itoa(i-2) + "-" + strconv.Itoa(i-1) + ": malformed \\N character escape"
			}
			r, ok := runeByName(s[i+1 : i+end])
			if !ok {
				return "", "(unicode error) 'unicodeescape' codec can't decode bytes in position " + strconv.Itoa(i-2) + "-" + strconv.Itoa(i+end) + ": unknown Unicode character name"
			}
			b = utf8.AppendRune(b, r)
			i += end + 1
		default:
			b = append(b, '\\', c)
		}
	}
	return string(b), ""
}

// appendChar appends a character of a str; a low surrogate that stands for a
// byte is that byte.
func appendChar(b []byte, r rune) []byte {
	if r >= 0xdc80 && r <= 0xdcff {
		return append(b, byte(r-0xdc00))
	}
	return utf8.AppendRune(b, r)
}

func truncatedEscape(isBytes bool, c byte, width, pos int) string {
	if isBytes {
		return "(value error) invalid \\x escape at position " + strconv.Itoa(pos)
	}
	return "(unicode error) 'unicodeescape' codec can't decode bytes in position " + strconv.Itoa(pos) + "-" +
		strconv.Itoa(pos+1) + ": truncated \\" + string(c) + strings.Repeat("X", width) + " escape"
}

// runeByName knows the names of the characters that programs spell out. The
// full table of Unicode is a megabyte that no translator needs.
func runeByName(name string) (rune, bool) {
	r, ok := charNames[strings.ToUpper(name)]
	if ok {
		return r, true
	}
	for _, letters := range [...]struct {
		prefix string
		first  rune
	}{{"LATIN CAPITAL LETTER ", 'A'}, {"LATIN SMALL LETTER ", 'a'}} {
		if rest, ok := strings.CutPrefix(strings.ToUpper(name), letters.prefix); ok && len(rest) == 1 && rest[0] >= 'A' && rest[0] <= 'Z' {
			return letters.first + rune(rest[0]-'A'), true
		}
	}
	greek := [...]string{
		"ALPHA", "BETA", "GAMMA", "DELTA", "EPSILON", "ZETA", "ETA", "THETA", "IOTA", "KAPPA", "LAMDA", "MU", "NU", "XI",
		"OMICRON", "PI", "RHO", "FINAL SIGMA", "SIGMA", "TAU", "UPSILON", "PHI", "CHI", "PSI", "OMEGA",
	}
	for i, g := range greek {
		switch strings.ToUpper(name) {
		case "GREEK CAPITAL LETTER " + g:
			return 0x391 + rune(i), true
		case "GREEK SMALL LETTER " + g:
			return 0x3b1 + rune(i), true
		}
	}
	return 0, false
}

// runeName is the name of a character, "" for one that has none here.
func runeName(r rune) string { return namesOfChars()[r] }

// namesOfChars turns charNames round. Of two names the longer one is Unicode's.
var namesOfChars = sync.OnceValue(func() map[rune]string {
	names := map[rune]string{}
	for name, r := range charNames {
		if old := names[r]; len(name) > len(old) {
			names[r] = name
		}
	}
	for r := 'A'; r <= 'Z'; r++ {
		names[r] = "LATIN CAPITAL LETTER " + string(r)
		names[r+'a'-'A'] = "LATIN SMALL LETTER " + string(r)
	}
	return names
})

var charNames = map[string]rune{
	"NULL": 0, "SPACE": ' ', "NO-BREAK SPACE": 0xa0, "LINE FEED": '\n', "CARRIAGE RETURN": '\r', "TAB": '\t', "CHARACTER TABULATION": '\t',
	"SOLIDUS": '/', "REVERSE SOLIDUS": '\\', "COPYRIGHT SIGN": 0xa9, "REGISTERED SIGN": 0xae, "DEGREE SIGN": 0xb0, "PLUS-MINUS SIGN": 0xb1,
	"MICRO SIGN": 0xb5, "MULTIPLICATION SIGN": 0xd7, "DIVISION SIGN": 0xf7, "SECTION SIGN": 0xa7, "POUND SIGN": 0xa3, "YEN SIGN": 0xa5,
	"CENT SIGN": 0xa2, "EURO SIGN": 0x20ac, "BULLET": 0x2022, "HORIZONTAL ELLIPSIS": 0x2026, "EN DASH": 0x2013, "EM DASH": 0x2014,
	"LEFT SINGLE QUOTATION MARK": 0x2018, "RIGHT SINGLE QUOTATION MARK": 0x2019, "LEFT DOUBLE QUOTATION MARK": 0x201c,
	"RIGHT DOUBLE QUOTATION MARK": 0x201d, "LEFTWARDS ARROW": 0x2190, "UPWARDS ARROW": 0x2191, "RIGHTWARDS ARROW": 0x2192,
	"DOWNWARDS ARROW": 0x2193, "CHECK MARK": 0x2713, "BALLOT X": 0x2717, "SNOWMAN": 0x2603, "BLACK HEART SUIT": 0x2665, "BLACK STAR": 0x2605,
	"WHITE STAR": 0x2606, "INFINITY": 0x221e, "NOT EQUAL TO": 0x2260, "LESS-THAN OR EQUAL TO": 0x2264, "GREATER-THAN OR EQUAL TO": 0x2265,
	"SQUARE ROOT": 0x221a, "N-ARY SUMMATION": 0x2211, "ZERO WIDTH SPACE": 0x200b, "ZERO WIDTH JOINER": 0x200d,
	"LATIN SMALL LETTER E WITH ACUTE": 0xe9, "LATIN SMALL LETTER A WITH DIAERESIS": 0xe4, "LATIN SMALL LETTER O WITH DIAERESIS": 0xf6,
	"LATIN SMALL LETTER U WITH DIAERESIS": 0xfc, "LATIN SMALL LETTER SHARP S": 0xdf, "LATIN SMALL LETTER N WITH TILDE": 0xf1,
	"LATIN SMALL LETTER C WITH CEDILLA": 0xe7, "LATIN SMALL LETTER E WITH GRAVE": 0xe8, "COMBINING ACUTE ACCENT": 0x301, "COMBINING GRAVE ACCENT": 0x300,
	"COMBINING DIAERESIS": 0x308, "GRINNING FACE": 0x1f600, "PILE OF POO": 0x1f4a9, "SNAKE": 0x1f40d, "REPLACEMENT CHARACTER": 0xfffd,
	"AMPERSAND": '&', "COMMERCIAL AT": '@', "DOLLAR SIGN": '$', "NUMBER SIGN": '#', "DIGIT ZERO": '0', "DIGIT ONE": '1',
}
