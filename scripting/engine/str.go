package engine

import (
	"math/big"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/go-python/gpython/py"
)

// selfText is the text of a str method's object.
func selfText(o py.Object) string {
	s, _ := textOf(o)
	return s
}

// argText is a str argument.
func argText(fn string, n int, o py.Object) (string, error) {
	s, ok := textOf(o)
	if !ok {
		if n == 0 {
			return "", raise(typeError, "%s() argument must be str, not %s", fn, typeInArg(o))
		}
		return "", raise(typeError, "%s() argument %d must be str, not %s", fn, n, typeInArg(o))
	}
	return s, nil
}

// typeInArg names the type of a wrong argument.
func typeInArg(o py.Object) string {
	if o == py.Object(py.None) {
		return "None"
	}
	return classOf(o).name
}

// bounds makes positions of the optional arguments start and end.
func (c *Context) bounds(start, end py.Object, n int) (int, int, error) {
	i, j := 0, n
	var err error
	if start != nil && start != py.Object(py.None) {
		if i, err = c.sliceIndex(start); err != nil {
			return 0, 0, err
		}
	}
	if end != nil && end != py.Object(py.None) {
		if j, err = c.sliceIndex(end); err != nil {
			return 0, 0, err
		}
	}
	return clampIndex(i, n), min(clampIndex(j, n), n), nil
}

func (c *Context) sliceIndex(o py.Object) (int, error) {
	if _, err := c.indexObject(o); err != nil {
		if c.isExc(err, typeError) {
			return 0, raise(typeError, "slice indices must be integers or None or have an __index__ method")
		}
		return 0, err
	}
	return c.index(o)
}

func clampIndex(i, n int) int {
	if i < 0 {
		if i += n; i < 0 {
			i = 0
		}
	}
	return i
}

// sub is s[start:end] in characters, with the position of its first byte and
// character. ok is false if start lies behind the end.
func (c *Context) sub(s string, start, end py.Object) (part string, at int, ok bool, err error) {
	n := textLen(s)
	i, j, err := c.bounds(start, end, n)
	if err != nil || i > n {
		return "", 0, false, err
	}
	if j < i {
		return "", i, false, nil
	}
	if n == len(s) {
		return s[i:j], i, true, nil
	}
	p := charPos(s, i)
	return s[p : p+charPos(s[p:], j-i)], i, true, nil
}

// stringItem is s[key].
func (c *Context) stringItem(s string, key py.Object) (py.Object, error) {
	n := textLen(s)
	if sl, ok := key.(*py.Slice); ok {
		start, _, step, count, err := c.sliceOf(sl, n)
		if err != nil {
			return nil, err
		}
		return py.String(sliceText(s, n == len(s), start, step, count)), nil
	}
	i, err := c.itemIndex(key, n, "string")
	if err != nil {
		return nil, err
	}
	if n == len(s) {
		return charObject(s[i : i+1]), nil
	}
	p := charPos(s, i)
	return charObject(s[p : p+charLen(s[p:])]), nil
}

func sliceText(s string, ascii bool, start, step, count int) string {
	if count <= 0 {
		return ""
	}
	if step == 1 {
		if ascii {
			return s[start : start+count]
		}
		p := charPos(s, start)
		return s[p : p+charPos(s[p:], count)]
	}
	var b strings.Builder
	if ascii {
		for i := range count {
			b.WriteByte(s[start+i*step])
		}
		return b.String()
	}
	chars := charTuple(py.String(s))
	for i := range count {
		b.WriteString(string(chars[start+i*step].(py.String)))
	}
	return b.String()
}

// itemIndex makes an index of a key, within n items.
func (c *Context) itemIndex(key py.Object, n int, what string) (int, error) {
	var i int
	if x, ok := key.(py.Int); ok {
		i = int(x)
	} else {
		v, err := c.indexObject(key)
		if err != nil {
			if !c.isExc(err, typeError) || isUser(key) && classOf(key).lookup("__index__") != nil {
				return 0, err
			}
			or := " or slices"
			if what == "string" {
				return 0, raise(typeError, "string indices must be integers, not '%s'", classOf(key).name)
			}
			if what == "bytes" {
				what = "byte"
			}
			return 0, raise(typeError, "%s indices must be integers%s, not %s", what, or, classOf(key).name)
		}
		if _, big := v.(*py.BigInt); big {
			return 0, raise(indexError, "cannot fit 'int' into an index-sized integer")
		}
		i, _ = intOf(v)
	}
	if i < 0 {
		i += n
	}
	if i < 0 || i >= n {
		if what == "bytes" {
			return 0, raise(indexError, "index out of range")
		}
		return 0, raise(indexError, "%s index out of range", what)
	}
	return i, nil
}

// sliceOf computes the items that a slice selects of n.
func (c *Context) sliceOf(sl *py.Slice, n int) (start, stop, step, count int, err error) {
	step = 1
	if sl.Step != py.Object(py.None) && sl.Step != nil {
		if step, err = c.sliceIndex(sl.Step); err != nil {
			return
		}
		if step == 0 {
			err = raise(valueError, "slice step cannot be zero")
			return
		}
	}
	lo, hi := 0, n
	if step < 0 {
		lo, hi = -1, n-1
	}
	part := func(o py.Object, def int) (int, error) {
		if o == py.Object(py.None) || o == nil {
			return def, nil
		}
		i, err := c.sliceIndex(o)
		if err != nil {
			return 0, err
		}
		if i < 0 {
			if i += n; i < lo {
				i = lo
			}
		} else if i > hi {
			i = hi
		}
		return i, nil
	}
	first, last := 0, n
	if step < 0 {
		first, last = n-1, -1
	}
	if start, err = part(sl.Start, first); err != nil {
		return
	}
	if stop, err = part(sl.Stop, last); err != nil {
		return
	}
	switch {
	case step > 0 && start < stop:
		count = (stop-start-1)/step + 1
	case step < 0 && stop < start:
		count = (start-stop-1)/(-step) + 1
	}
	return
}

func isSpace(r rune) bool {
	return unicode.IsSpace(r) || r >= 0x1c && r <= 0x1f
}

// upperText and the like follow Unicode's full mappings for the common
// characters whose mapping is longer than one.
var upperSpecial = map[rune]string{'ß': "SS", 'ŉ': "ʼN", 'ǰ': "J̌", 'ﬀ': "FF", 'ﬁ': "FI", 'ﬂ': "FL", 'ﬃ': "FFI", 'ﬄ': "FFL", 'ﬅ': "ST", 'ﬆ': "ST"}

func upperText(s string) string {
	return mapText(s, func(r rune) string { return upperSpecial[r] }, unicode.ToUpper)
}

func lowerText(s string) string {
	if isASCII(s) {
		return strings.ToLower(s)
	}
	runes := []rune(s)
	return mapTextAt(s, func(i int, r rune) string {
		switch r {
		case 'İ':
			return "i̇"
		case 'Σ':
			if i > 0 && unicode.IsLetter(runes[i-1]) && (i+1 == len(runes) || !unicode.IsLetter(runes[i+1])) {
				return "ς"
			}
		}
		return ""
	}, unicode.ToLower)
}

func foldText(s string) string {
	return mapText(s, func(r rune) string {
		switch r {
		case 'ß':
			return "ss"
		case 'ς':
			return "σ"
		case 'İ':
			return "i̇"
		case 'ﬀ':
			return "ff"
		case 'ﬁ':
			return "fi"
		case 'ﬂ':
			return "fl"
		}
		return ""
	}, func(r rune) rune { return unicode.ToLower(r) })
}

func mapText(s string, special func(rune) string, f func(rune) rune) string {
	return mapTextAt(s, func(_ int, r rune) string { return special(r) }, f)
}

// mapTextAt maps the characters of s; bytes that are no UTF-8 stay.
func mapTextAt(s string, special func(int, rune) string, f func(rune) rune) string {
	var b strings.Builder
	b.Grow(len(s))
	at := 0
	for i := 0; i < len(s); at++ {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			b.WriteByte(s[i])
		default:
			if t := special(at, r); t != "" {
				b.WriteString(t)
			} else {
				b.WriteRune(f(r))
			}
		}
		i += n
	}
	return b.String()
}

func titleText(s string) string {
	inWord := false
	return mapTextAt(s, func(_ int, r rune) string {
		if t := upperSpecial[r]; t != "" && !inWord {
			inWord = true
			n := charLen(t)
			return t[:n] + lowerText(t[n:])
		}
		return ""
	}, func(r rune) rune {
		cased := unicode.IsUpper(r) || unicode.IsLower(r) || unicode.IsTitle(r)
		defer func() { inWord = cased }()
		if !cased {
			return r
		}
		if inWord {
			return unicode.ToLower(r)
		}
		return unicode.ToTitle(r)
	})
}

func capitalize(s string) string {
	if s == "" {
		return s
	}
	n := charLen(s)
	first := s[:n]
	if t := upperSpecial[[]rune(first)[0]]; t != "" {
		m := charLen(t)
		first = t[:m] + lowerText(t[m:])
	} else {
		first = mapText(first, func(rune) string { return "" }, unicode.ToTitle)
	}
	return first + lowerText(s[n:])
}

func swapCase(s string) string {
	return mapText(s, func(r rune) string { return upperSpecial[r] }, func(r rune) rune {
		if unicode.IsUpper(r) {
			return unicode.ToLower(r)
		}
		return unicode.ToUpper(r)
	})
}

// every reports whether there are characters and f holds for all.
func every(s string, f func(rune) bool) bool {
	for i := 0; i < len(s); {
		r, n := decodeChar(s[i:])
		if !f(r) {
			return false
		}
		i += n
	}
	return s != ""
}

func isCased(s string, want func(rune) bool) bool {
	found := false
	for _, r := range s {
		if unicode.IsUpper(r) || unicode.IsLower(r) || unicode.IsTitle(r) {
			if !want(r) {
				return false
			}
			found = true
		}
	}
	return found
}

func isTitle(s string) bool {
	found, inWord := false, false
	for _, r := range s {
		switch {
		case unicode.IsUpper(r) || unicode.IsTitle(r):
			if inWord {
				return false
			}
			inWord, found = true, true
		case unicode.IsLower(r):
			if !inWord {
				return false
			}
		default:
			inWord = false
		}
	}
	return found
}

func isIdentifier(s string) bool {
	for i, r := range s {
		if r != '_' && !unicode.IsLetter(r) && (i == 0 || !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r)) {
			return false
		}
	}
	return s != ""
}

func isPrintable(r rune) bool { return r == ' ' || unicode.IsPrint(r) }

// numeric tells digits from other characters with a numeric value.
func numeric(r rune) bool {
	return unicode.IsDigit(r) || unicode.Is(unicode.No, r) || unicode.Is(unicode.Nl, r) || strings.ContainsRune("一二三四五六七八九十百千万億零", r)
}

func digit(r rune) bool {
	return unicode.IsDigit(r) || strings.ContainsRune("²³¹⁰⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉①②③④⑤⑥⑦⑧⑨", r)
}

// splitSpaces is split() without a separator, at most n times (n < 0: as often
// as possible).
func splitSpaces(s string, n int, right bool) []string {
	var out []string
	if right {
		for {
			s = strings.TrimRightFunc(s, isSpace)
			if s == "" {
				break
			}
			if n == 0 {
				out = append(out, s)
				break
			}
			i := strings.LastIndexFunc(s, isSpace)
			j := 0
			if i >= 0 {
				j = i + charLen(s[i:])
			}
			out = append(out, s[j:])
			s = s[:max(i, 0)]
			n--
		}
		for i, j := 0, len(out)-1; i < j; i, j = i+1, j-1 {
			out[i], out[j] = out[j], out[i]
		}
		return out
	}
	for {
		s = strings.TrimLeftFunc(s, isSpace)
		if s == "" {
			return out
		}
		if n == 0 {
			return append(out, s)
		}
		i := strings.IndexFunc(s, isSpace)
		if i < 0 {
			return append(out, s)
		}
		out = append(out, s[:i])
		s = s[i:]
		n--
	}
}

// splitSep is split(sep).
func splitSep(s, sep string, n int, right bool) []string {
	if !right {
		if n < 0 {
			return strings.Split(s, sep)
		}
		return strings.SplitN(s, sep, n+1)
	}
	var out []string
	for n != 0 {
		i := strings.LastIndex(s, sep)
		if i < 0 {
			break
		}
		out = append(out, s[i+len(sep):])
		s = s[:i]
		n--
	}
	out = append(out, s)
	for i, j := 0, len(out)-1; i < j; i, j = i+1, j-1 {
		out[i], out[j] = out[j], out[i]
	}
	return out
}

// lineEnd returns the length of the line break at the beginning of s, or 0.
func lineEnd(s string, bytesOnly bool) int {
	switch s[0] {
	case '\n':
		return 1
	case '\r':
		if len(s) > 1 && s[1] == '\n' {
			return 2
		}
		return 1
	case '\v', '\f', 0x1c, 0x1d, 0x1e:
		if bytesOnly {
			return 0
		}
		return 1
	}
	if bytesOnly {
		return 0
	}
	for _, e := range [...]string{"\u0085", "\u2028", "\u2029"} {
		if strings.HasPrefix(s, e) {
			return len(e)
		}
	}
	return 0
}

func splitLines(s string, keep, bytesOnly bool) []string {
	var out []string
	start := 0
	for i := 0; i < len(s); {
		n := lineEnd(s[i:], bytesOnly)
		if n == 0 {
			i++
			continue
		}
		end := i
		i += n
		if keep {
			end = i
		}
		out = append(out, s[start:end])
		start = i
	}
	if start < len(s) {
		out = append(out, s[start:])
	}
	return out
}

// justified pads s to a width; align is '<', '>' or '^'.
func justified(s string, have, width int, fill string, align byte) (string, error) {
	n := width - have
	if n <= 0 {
		return s, nil
	}
	if n > MaxAlloc/len(fill) {
		return "", memoryErr()
	}
	switch align {
	case '<':
		return s + strings.Repeat(fill, n), nil
	case '>':
		return strings.Repeat(fill, n) + s, nil
	}
	left := n/2 + (n & width & 1)
	return strings.Repeat(fill, left) + s + strings.Repeat(fill, n-left), nil
}

func zeroFilled(s string, have, width int) (string, error) {
	if width <= have {
		return s, nil
	}
	if width-have > MaxAlloc {
		return "", memoryErr()
	}
	zeros := strings.Repeat("0", width-have)
	if s != "" && (s[0] == '+' || s[0] == '-') {
		return s[:1] + zeros + s[1:], nil
	}
	return zeros + s, nil
}

func expandTabs(s string, size int) (string, error) {
	var b strings.Builder
	col := 0
	for i := 0; i < len(s); {
		n := charLen(s[i:])
		switch s[i] {
		case '\t':
			if size > 0 {
				if b.Len() > MaxAlloc {
					return "", memoryErr()
				}
				w := size - col%size
				b.WriteString(strings.Repeat(" ", min(w, MaxAlloc)))
				col += w
			}
		case '\n', '\r':
			b.WriteByte(s[i])
			col = 0
		default:
			b.WriteString(s[i : i+n])
			col++
		}
		i += n
	}
	return b.String(), nil
}

// replaceText is replace(old, new, n) with a bound on the result.
func replaceText(s, old, with string, n int) (string, error) {
	count := 0
	if old == "" {
		count = textLen(s) + 1
	} else {
		count = strings.Count(s, old)
	}
	if n >= 0 && count > n {
		count = n
	}
	if grow := len(with) - len(old); grow > 0 && count > 0 && grow > (MaxAlloc-len(s))/count {
		return "", memoryErr()
	}
	return strings.Replace(s, old, with, n), nil
}

// codeOf is the value of ord().
func codeOf(s string) rune {
	r, _ := decodeChar(s)
	return r
}

// charOf is chr().
func charOf(n int) (string, error) {
	if n < 0 || n > utf8.MaxRune {
		return "", raise(valueError, "chr() arg not in range(0x110000)")
	}
	return string(appendChar(nil, rune(n))), nil
}

// parseFloat reads a float as float() does.
func parseFloat(s string) (float64, error) {
	f, ok := floatFrom(s)
	if !ok {
		return 0, raise(valueError, "could not convert string to float: %s", quote(s))
	}
	return f, nil
}

// parseInt reads an integer as int(s, base) does.
func parseInt(text string, radix int) (*big.Int, bool) {
	s := strings.TrimFunc(digitsOf(text), isSpace)
	neg := false
	if s != "" && (s[0] == '+' || s[0] == '-') {
		neg = s[0] == '-'
		s = s[1:]
	}
	prefix := ""
	if len(s) > 1 && s[0] == '0' {
		switch s[1] {
		case 'x', 'X':
			prefix = "x"
		case 'o', 'O':
			prefix = "o"
		case 'b', 'B':
			prefix = "b"
		}
	}
	want := map[string]int{"x": 16, "o": 8, "b": 2}[prefix]
	if prefix != "" && (radix == 0 || radix == want) {
		s = s[2:]
		radix = want
		s = strings.TrimPrefix(s, "_")
	} else if radix == 0 {
		radix = 10
		if len(s) > 1 && s[0] == '0' && strings.Trim(s, "0_") != "" {
			return nil, false
		}
	}
	if s == "" || strings.HasPrefix(s, "_") || strings.HasSuffix(s, "_") || strings.Contains(s, "__") || s[0] == '+' || s[0] == '-' {
		return nil, false
	}
	n, ok := new(big.Int).SetString(strings.ReplaceAll(s, "_", ""), radix)
	if !ok {
		return nil, false
	}
	if neg {
		n.Neg(n)
	}
	return n, true
}

// digitsOf makes ASCII digits of the decimal digits of other scripts.
func digitsOf(s string) string {
	if isASCII(s) {
		return s
	}
	return strings.Map(func(r rune) rune {
		if r < utf8.RuneSelf || !unicode.IsDigit(r) {
			return r
		}
		// Digits come in runs of ten.
		for zero := r; ; zero-- {
			if !unicode.IsDigit(zero - 1) {
				return '0' + (r-zero)%10
			}
		}
	}, s)
}
