package engine

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/go-python/gpython/py"
)

// newStr is str(object) and str(bytes, encoding, errors).
func newStr(_ *py.Type, args py.Tuple, kwargs py.StringDict) (py.Object, error) {
	var o, enc, errs py.Object
	err := py.ParseTupleAndKeywords(args, kwargs, "|OOO:str", []string{"object", "encoding", "errors"}, &o, &enc, &errs)
	if err != nil {
		return nil, err
	}
	if o == nil {
		return py.String(""), nil
	}
	if b, ok := o.(py.Bytes); ok && (enc != nil || errs != nil) {
		return decodeArgs(b, py.Tuple{enc, errs})
	}
	s, err := render(o, (*renderer).str)
	if err != nil {
		return nil, err
	}
	return py.String(s), nil
}

func decodeArgs(b py.Bytes, args py.Tuple) (py.Object, error) {
	enc, err := optString(args, 0, "utf-8")
	if err != nil {
		return nil, err
	}
	errs, err := optString(args, 1, "strict")
	if err != nil {
		return nil, err
	}
	s, err := Decode(b, enc, errs)
	return py.String(s), err
}

// mapRunes is strings.Map that leaves bytes which are no UTF-8 alone.
func mapRunes(s string, f func(first bool, r rune) rune) string {
	var b strings.Builder
	b.Grow(len(s))
	first := true
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && n == 1 {
			b.WriteByte(s[i])
		} else {
			b.WriteRune(f(first, r))
		}
		first = !unicode.IsLetter(r)
		i += n
	}
	return b.String()
}

// affix is startswith and endswith: one string or a tuple of them.
func affix(name string, test func(s, part string) bool) func(py.String, py.Tuple) (py.Object, error) {
	return func(s py.String, args py.Tuple) (py.Object, error) {
		if len(args) > 1 {
			start, stop, err := span(args, 1, utf8.RuneCountInString(string(s)))
			if err != nil {
				return nil, err
			}
			if start > stop {
				return py.False, nil
			}
			p := charPos(string(s), start)
			s = s[p : p+charPos(string(s[p:]), stop-start)]
		}
		parts, ok := args[0].(py.Tuple)
		if !ok {
			parts = args[:1]
		}
		for _, p := range parts {
			part, ok := p.(py.String)
			if !ok {
				return nil, py.ExceptionNewf(py.TypeError, "%s first arg must be str or a tuple of str, not %s", name, p.Type().Name)
			}
			if test(string(s), string(part)) {
				return py.True, nil
			}
		}
		return py.False, nil
	}
}

// position is find and its kin, in characters.
func position(index func(s, part string) int) func(s py.String, args py.Tuple) (int, error) {
	return func(s py.String, args py.Tuple) (int, error) {
		part, err := optString(args, 0, "")
		if err != nil {
			return 0, err
		}
		n := utf8.RuneCountInString(string(s))
		start, stop, err := span(args, 1, n)
		if err != nil || start > stop {
			return -1, err
		}
		p := charPos(string(s), start)
		sub := string(s[p : p+charPos(string(s[p:]), stop-start)])
		i := index(sub, part)
		if i < 0 {
			return -1, nil
		}
		return start + utf8.RuneCountInString(sub[:i]), nil
	}
}

func splitString(s string, args py.Tuple, fromRight bool) (py.Object, error) {
	limit, err := optInt(args, 1, -1)
	if err != nil {
		return nil, err
	}
	sepObj := opt(args, 0, py.None)
	var parts []string
	if sepObj == py.None {
		parts = splitSpace(s, limit, fromRight)
	} else {
		sep, ok := sepObj.(py.String)
		if !ok {
			return nil, py.ExceptionNewf(py.TypeError, "Can't convert '%s' object to str implicitly", sepObj.Type().Name)
		}
		if sep == "" {
			return nil, py.ExceptionNewf(py.ValueError, "empty separator")
		}
		switch {
		case limit < 0:
			parts = strings.Split(s, string(sep))
		case fromRight:
			for ; limit > 0; limit-- {
				i := strings.LastIndex(s, string(sep))
				if i < 0 {
					break
				}
				parts = append(parts, s[i+len(sep):])
				s = s[:i]
			}
			parts = append(parts, s)
			for i, j := 0, len(parts)-1; i < j; i, j = i+1, j-1 {
				parts[i], parts[j] = parts[j], parts[i]
			}
		default:
			parts = strings.SplitN(s, string(sep), limit+1)
		}
	}
	return py.NewListFromStrings(parts), nil
}

func splitSpace(s string, limit int, fromRight bool) []string {
	if limit < 0 {
		return strings.Fields(s)
	}
	var parts []string
	if fromRight {
		for s = strings.TrimRightFunc(s, unicode.IsSpace); s != ""; limit-- {
			i := strings.LastIndexFunc(s, unicode.IsSpace)
			if i < 0 || limit == 0 {
				parts = append(parts, s) // with the leading space, as CPython
				break
			}
			_, n := utf8.DecodeRuneInString(s[i:])
			parts = append(parts, s[i+n:])
			s = strings.TrimRightFunc(s[:i], unicode.IsSpace)
		}
		for i, j := 0, len(parts)-1; i < j; i, j = i+1, j-1 {
			parts[i], parts[j] = parts[j], parts[i]
		}
		return parts
	}
	for s = strings.TrimLeftFunc(s, unicode.IsSpace); s != ""; limit-- {
		i := strings.IndexFunc(s, unicode.IsSpace)
		if i < 0 || limit == 0 {
			parts = append(parts, s) // with the trailing space, as CPython
			break
		}
		parts = append(parts, s[:i])
		s = strings.TrimLeftFunc(s[i:], unicode.IsSpace)
	}
	return parts
}

// fitsReplace tells whether replacing count parts (at most limit of them) by with
// bytes each stays below MaxAlloc.
func fitsReplace(size, with, count, limit int) bool {
	if limit >= 0 {
		count = min(count, limit)
	}
	return with == 0 || count <= (MaxAlloc-min(size, MaxAlloc))/with
}

func justify(align byte) func(py.String, py.Tuple) (py.Object, error) {
	return func(s py.String, args py.Tuple) (py.Object, error) {
		width, err := optInt(args, 0, 0)
		if err != nil {
			return nil, err
		}
		fill, err := optString(args, 1, " ")
		if err != nil {
			return nil, err
		}
		if width > maxWidth {
			return nil, tooLarge()
		}
		if utf8.RuneCountInString(fill) != 1 {
			return nil, py.ExceptionNewf(py.TypeError, "The fill character must be exactly one character long")
		}
		sp := spec{fill: fill, align: align, width: width, prec: -1}
		return py.String(sp.pad("", string(s), false)), nil
	}
}

// every is isdigit() and its kin.
func every(f func(rune) bool) func(py.String, py.Tuple) (py.Object, error) {
	return func(s py.String, _ py.Tuple) (py.Object, error) {
		for _, r := range string(s) {
			if !f(r) {
				return py.False, nil
			}
		}
		return py.NewBool(s != ""), nil
	}
}

func partition(last bool) func(py.String, py.Tuple) (py.Object, error) {
	return func(s py.String, args py.Tuple) (py.Object, error) {
		sep, err := optString(args, 0, "")
		if err != nil {
			return nil, err
		}
		if sep == "" {
			return nil, py.ExceptionNewf(py.ValueError, "empty separator")
		}
		i := strings.Index(string(s), sep)
		if last {
			i = strings.LastIndex(string(s), sep)
		}
		switch {
		case i >= 0:
			return py.Tuple{s[:i], py.String(sep), s[i+len(sep):]}, nil
		case last:
			return py.Tuple{py.String(""), py.String(""), s}, nil
		}
		return py.Tuple{s, py.String(""), py.String("")}, nil
	}
}

func init() {
	t := py.StringType
	methodKw(t, "encode", 0, 2, []string{"encoding", "errors"}, encodeArgs)
	method(t, "startswith", 1, 3, affix("startswith", strings.HasPrefix))
	method(t, "endswith", 1, 3, affix("endswith", strings.HasSuffix))
	for name, f := range map[string]func(s, part string) int{"find": strings.Index, "rfind": strings.LastIndex} {
		pos := position(f)
		method(t, name, 1, 3, func(s py.String, args py.Tuple) (py.Object, error) {
			i, err := pos(s, args)
			return py.Int(i), err
		})
		method(t, map[string]string{"find": "index", "rfind": "rindex"}[name], 1, 3, func(s py.String, args py.Tuple) (py.Object, error) {
			i, err := pos(s, args)
			if err == nil && i < 0 {
				return nil, py.ExceptionNewf(py.ValueError, "substring not found")
			}
			return py.Int(i), err
		})
	}
	methodKw(t, "split", 0, 2, []string{"sep", "maxsplit"}, func(s py.String, args py.Tuple) (py.Object, error) {
		return splitString(string(s), args, false)
	})
	methodKw(t, "rsplit", 0, 2, []string{"sep", "maxsplit"}, func(s py.String, args py.Tuple) (py.Object, error) {
		return splitString(string(s), args, true)
	})
	methodKw(t, "splitlines", 0, 1, []string{"keepends"}, func(s py.String, args py.Tuple) (py.Object, error) {
		keep, err := truth(opt(args, 0, py.False))
		if err != nil {
			return nil, err
		}
		var lines []string
		for rest := string(s); rest != ""; {
			i := strings.IndexAny(rest, "\r\n")
			if i < 0 {
				lines = append(lines, rest)
				break
			}
			end := i + 1
			if strings.HasPrefix(rest[i:], "\r\n") {
				end++
			}
			if keep {
				i = end
			}
			lines = append(lines, rest[:i])
			rest = rest[end:]
		}
		return py.NewListFromStrings(lines), nil
	})
	method(t, "replace", 2, 3, func(s py.String, args py.Tuple) (py.Object, error) {
		old, err := optString(args, 0, "")
		if err != nil {
			return nil, err
		}
		with, err := optString(args, 1, "")
		if err != nil {
			return nil, err
		}
		n, err := optInt(args, 2, -1)
		if err != nil {
			return nil, err
		}
		if !fitsReplace(len(s), len(with), strings.Count(string(s), old), n) {
			return nil, tooLarge()
		}
		return py.String(strings.Replace(string(s), old, with, n)), nil
	})
	method(t, "partition", 1, 1, partition(false))
	method(t, "rpartition", 1, 1, partition(true))
	method(t, "upper", 0, 0, func(s py.String, _ py.Tuple) (py.Object, error) {
		return py.String(mapRunes(string(s), func(_ bool, r rune) rune { return unicode.ToUpper(r) })), nil
	})
	method(t, "lower", 0, 0, func(s py.String, _ py.Tuple) (py.Object, error) {
		return py.String(mapRunes(string(s), func(_ bool, r rune) rune { return unicode.ToLower(r) })), nil
	})
	method(t, "title", 0, 0, func(s py.String, _ py.Tuple) (py.Object, error) {
		return py.String(mapRunes(string(s), func(first bool, r rune) rune {
			if first {
				return unicode.ToTitle(r)
			}
			return unicode.ToLower(r)
		})), nil
	})
	method(t, "capitalize", 0, 0, func(s py.String, _ py.Tuple) (py.Object, error) {
		n := charLen(string(s))
		return py.String(mapRunes(string(s[:n]), func(_ bool, r rune) rune { return unicode.ToUpper(r) }) +
			mapRunes(string(s[n:]), func(_ bool, r rune) rune { return unicode.ToLower(r) })), nil
	})
	method(t, "ljust", 1, 2, justify('<'))
	method(t, "rjust", 1, 2, justify('>'))
	method(t, "center", 1, 2, justify('^'))
	method(t, "zfill", 1, 1, func(s py.String, args py.Tuple) (py.Object, error) {
		width, err := optInt(args, 0, 0)
		if err != nil {
			return nil, err
		}
		sign := ""
		if s != "" && (s[0] == '-' || s[0] == '+') {
			sign, s = string(s[:1]), s[1:]
		}
		sp := spec{fill: "0", align: '=', width: min(width, maxWidth), prec: -1}
		return py.String(sp.pad(sign, string(s), true)), nil
	})
	method(t, "isdigit", 0, 0, every(unicode.IsDigit))
	method(t, "isdecimal", 0, 0, every(unicode.IsDigit))
	method(t, "isalpha", 0, 0, every(unicode.IsLetter))
	method(t, "isspace", 0, 0, every(unicode.IsSpace))
	method(t, "isalnum", 0, 0, every(func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }))
	method(t, "isupper", 0, 0, func(s py.String, _ py.Tuple) (py.Object, error) {
		return py.NewBool(strings.ToUpper(string(s)) == string(s) && strings.ToLower(string(s)) != string(s)), nil
	})
	method(t, "islower", 0, 0, func(s py.String, _ py.Tuple) (py.Object, error) {
		return py.NewBool(strings.ToLower(string(s)) == string(s) && strings.ToUpper(string(s)) != string(s)), nil
	})
	method(t, "join", 1, 1, func(s py.String, args py.Tuple) (py.Object, error) {
		var items py.Tuple
		if x, ok := args[0].(py.String); ok {
			items = charTuple(x)
		} else {
			var err error
			if items, err = py.SequenceTuple(args[0]); err != nil {
				return nil, err
			}
		}
		parts := make([]string, len(items))
		size := 0
		for i, it := range items {
			p, ok := it.(py.String)
			if !ok {
				return nil, py.ExceptionNewf(py.TypeError, "sequence item %d: expected str instance, %s found", i, it.Type().Name)
			}
			if size += len(p) + len(s); size > MaxAlloc {
				return nil, tooLarge()
			}
			parts[i] = string(p)
		}
		return py.String(strings.Join(parts, string(s))), nil
	})
	t.Dict["format"] = py.MustNewMethod("format", func(self py.Object, args py.Tuple, kwargs py.StringDict) (py.Object, error) {
		s, ok := self.(py.String)
		if !ok {
			return nil, py.ExceptionNewf(py.TypeError, "descriptor 'format' requires a 'str' object")
		}
		f := formatter{args: args, kwargs: kwargs}
		out, err := f.format(string(s), 0)
		return py.String(out), err
	}, 0, "format")
}

// formatter is str.format.
type formatter struct {
	args   py.Tuple
	kwargs py.StringDict
	next   int
}

func (f *formatter) format(s string, depth int) (string, error) {
	if depth > 2 {
		return "", badFormat("Max string recursion exceeded")
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		c := s[i]
		switch {
		case (c == '{' || c == '}') && i+1 < len(s) && s[i+1] == c:
			b.WriteByte(c)
			i += 2
			continue
		case c == '}':
			return "", badFormat("Single '}' encountered in format string")
		case c != '{':
			b.WriteByte(c)
			i++
			continue
		}
		level, j := 1, i+1
		for ; j < len(s) && level > 0; j++ {
			switch s[j] {
			case '{':
				level++
			case '}':
				level--
			}
		}
		if level > 0 {
			return "", badFormat("expected '}' before end of string")
		}
		out, err := f.field(s[i+1:j-1], depth)
		if err != nil {
			return "", err
		}
		if b.Len()+len(out) > MaxAlloc {
			return "", tooLarge()
		}
		b.WriteString(out)
		i = j
	}
	return b.String(), nil
}

// field formats what stands between braces: name[!conversion][:spec].
func (f *formatter) field(s string, depth int) (string, error) {
	name, sp, _ := strings.Cut(s, ":")
	name, conv, hasConv := strings.Cut(name, "!")
	o, err := f.lookup(name)
	if err != nil {
		return "", err
	}
	if strings.Contains(sp, "{") {
		if sp, err = f.format(sp, depth+1); err != nil {
			return "", err
		}
	}
	if hasConv {
		var text string
		switch conv {
		case "s":
			text, err = render(o, (*renderer).str)
		case "r":
			text, err = render(o, (*renderer).repr)
		case "a":
			text, err = render(o, (*renderer).repr)
			text = asciiOnly(text)
		default:
			return "", badFormat("Unknown conversion specifier '%s'", conv)
		}
		if err != nil {
			return "", err
		}
		o = py.String(text)
	}
	return formatSpec(o, sp)
}

// lookup finds a field's value: an argument, then .attribute and [index].
func (f *formatter) lookup(name string) (py.Object, error) {
	end := strings.IndexAny(name, ".[")
	if end < 0 {
		end = len(name)
	}
	first, rest := name[:end], name[end:]
	var o py.Object
	if first == "" {
		first = strconv.Itoa(f.next)
		f.next++
	}
	if n, err := strconv.Atoi(first); err == nil {
		if n < 0 || n >= len(f.args) {
			return nil, py.ExceptionNewf(py.IndexError, "Replacement index %d out of range for positional args tuple", n)
		}
		o = f.args[n]
	} else if o = f.kwargs[first]; o == nil {
		return nil, keyError(py.String(first))
	}
	for rest != "" {
		var err error
		if rest[0] == '.' {
			end := strings.IndexAny(rest[1:], ".[")
			if end < 0 {
				end = len(rest) - 1
			}
			o, err = py.GetAttrString(o, rest[1:1+end])
			rest = rest[1+end:]
		} else {
			end := strings.IndexByte(rest, ']')
			if end < 0 {
				return nil, badFormat("Missing ']' in format string")
			}
			var key py.Object = py.String(rest[1:end])
			if n, e := strconv.Atoi(rest[1:end]); e == nil {
				key = py.Int(n)
			}
			o, err = subscript(o, key)
			rest = rest[end+1:]
		}
		if err != nil {
			return nil, err
		}
	}
	return o, nil
}
