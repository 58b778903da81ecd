package engine

import (
	"bytes"
	"encoding/hex"

	"github.com/go-python/gpython/py"
)

func bytesArg(args py.Tuple, i int) ([]byte, error) {
	switch x := args[i].(type) {
	case py.Bytes:
		return x, nil
	case py.Int:
		if x < 0 || x > 255 {
			return nil, py.ExceptionNewf(py.ValueError, "byte must be in range(0, 256)")
		}
		return []byte{byte(x)}, nil
	}
	return nil, py.ExceptionNewf(py.TypeError, "a bytes-like object is required, not '%s'", args[i].Type().Name)
}

func bytesFind(b py.Bytes, args py.Tuple, index func(s, sep []byte) int) (int, error) {
	part, err := bytesArg(args, 0)
	if err != nil {
		return 0, err
	}
	start, stop, err := span(args, 1, len(b))
	if err != nil || start > stop {
		return -1, err
	}
	i := index(b[start:stop], part)
	if i >= 0 {
		i += start
	}
	return i, nil
}

func bytesAffix(test func(s, part []byte) bool) func(py.Bytes, py.Tuple) (py.Object, error) {
	return func(b py.Bytes, args py.Tuple) (py.Object, error) {
		parts, ok := args[0].(py.Tuple)
		if !ok {
			parts = args[:1]
		}
		for i := range parts {
			p, ok := parts[i].(py.Bytes)
			if !ok {
				return nil, py.ExceptionNewf(py.TypeError, "first arg must be bytes or a tuple of bytes, not %s", parts[i].Type().Name)
			}
			if test(b, p) {
				return py.True, nil
			}
		}
		return py.False, nil
	}
}

const asciiSpace = " \t\n\r\v\f"

func bytesStrip(f func(s []byte, cutset string) []byte) func(py.Bytes, py.Tuple) (py.Object, error) {
	return func(b py.Bytes, args py.Tuple) (py.Object, error) {
		set := []byte(asciiSpace)
		if len(args) > 0 && args[0] != py.None {
			var err error
			if set, err = bytesArg(args, 0); err != nil {
				return nil, err
			}
		}
		// bytes.Trim takes a cut set of characters; bytes above 0x7f are not.
		r := make([]rune, 0, len(set))
		wide := false
		for _, c := range set {
			wide = wide || c >= 0x80
			r = append(r, rune(c))
		}
		if !wide {
			return py.Bytes(f(b, string(r))), nil
		}
		latin := make([]rune, len(b))
		for i, c := range b {
			latin[i] = rune(c)
		}
		out := []rune(string(f([]byte(string(latin)), string(r))))
		res := make(py.Bytes, len(out))
		for i, c := range out {
			res[i] = byte(c)
		}
		return res, nil
	}
}

func init() {
	t := py.BytesType
	methodKw(t, "decode", 0, 2, []string{"encoding", "errors"}, decodeArgs)
	method(t, "hex", 0, 0, func(b py.Bytes, _ py.Tuple) (py.Object, error) { return py.String(hex.EncodeToString(b)), nil })
	t.Dict["fromhex"] = &staticMethod{py.MustNewMethod("fromhex", func(_, arg py.Object) (py.Object, error) {
		s, ok := arg.(py.String)
		if !ok {
			return nil, py.ExceptionNewf(py.TypeError, "fromhex() argument must be str, not %s", arg.Type().Name)
		}
		b, err := hex.DecodeString(string(bytes.ReplaceAll([]byte(s), []byte(" "), nil)))
		if err != nil {
			return nil, py.ExceptionNewf(py.ValueError, "non-hexadecimal number found in fromhex() arg")
		}
		return py.Bytes(b), nil
	}, 0, "")}
	method(t, "find", 1, 3, func(b py.Bytes, args py.Tuple) (py.Object, error) {
		i, err := bytesFind(b, args, bytes.Index)
		return py.Int(i), err
	})
	method(t, "rfind", 1, 3, func(b py.Bytes, args py.Tuple) (py.Object, error) {
		i, err := bytesFind(b, args, bytes.LastIndex)
		return py.Int(i), err
	})
	method(t, "index", 1, 3, func(b py.Bytes, args py.Tuple) (py.Object, error) {
		i, err := bytesFind(b, args, bytes.Index)
		if err == nil && i < 0 {
			return nil, py.ExceptionNewf(py.ValueError, "subsection not found")
		}
		return py.Int(i), err
	})
	method(t, "count", 1, 1, func(b py.Bytes, args py.Tuple) (py.Object, error) {
		part, err := bytesArg(args, 0)
		if err != nil {
			return nil, err
		}
		if len(part) == 0 {
			return py.Int(len(b) + 1), nil
		}
		return py.Int(bytes.Count(b, part)), nil
	})
	method(t, "replace", 2, 3, func(b py.Bytes, args py.Tuple) (py.Object, error) {
		old, err := bytesArg(args, 0)
		if err != nil {
			return nil, err
		}
		with, err := bytesArg(args, 1)
		if err != nil {
			return nil, err
		}
		n, err := optInt(args, 2, -1)
		if err != nil {
			return nil, err
		}
		if !fitsReplace(len(b), len(with), bytes.Count(b, old), n) {
			return nil, tooLarge()
		}
		return py.Bytes(bytes.Replace(b, old, with, n)), nil
	})
	method(t, "startswith", 1, 1, bytesAffix(bytes.HasPrefix))
	method(t, "endswith", 1, 1, bytesAffix(bytes.HasSuffix))
	method(t, "strip", 0, 1, bytesStrip(bytes.Trim))
	method(t, "lstrip", 0, 1, bytesStrip(bytes.TrimLeft))
	method(t, "rstrip", 0, 1, bytesStrip(bytes.TrimRight))
	method(t, "split", 0, 2, func(b py.Bytes, args py.Tuple) (py.Object, error) {
		limit, err := optInt(args, 1, -1)
		if err != nil {
			return nil, err
		}
		var parts [][]byte
		if opt(args, 0, py.None) == py.None {
			if limit >= 0 {
				return nil, py.ExceptionNewf(py.NotImplementedError, "bytes.split() with maxsplit needs a separator")
			}
			parts = bytes.Fields(b)
		} else {
			sep, err := bytesArg(args, 0)
			if err != nil {
				return nil, err
			}
			if len(sep) == 0 {
				return nil, py.ExceptionNewf(py.ValueError, "empty separator")
			}
			if limit >= 0 {
				limit++
			}
			parts = bytes.SplitN(b, sep, limit)
		}
		l := py.NewListWithCapacity(len(parts))
		for _, p := range parts {
			l.Append(py.Bytes(p))
		}
		return l, nil
	})
	method(t, "join", 1, 1, func(b py.Bytes, args py.Tuple) (py.Object, error) {
		items, err := py.SequenceTuple(args[0])
		if err != nil {
			return nil, err
		}
		parts := make([][]byte, len(items))
		size := 0
		for i, it := range items {
			p, ok := it.(py.Bytes)
			if !ok {
				return nil, py.ExceptionNewf(py.TypeError, "sequence item %d: expected a bytes-like object, %s found", i, it.Type().Name)
			}
			if size += len(p) + len(b); size > MaxAlloc {
				return nil, tooLarge()
			}
			parts[i] = p
		}
		return py.Bytes(bytes.Join(parts, b)), nil
	})
	method(t, "upper", 0, 0, func(b py.Bytes, _ py.Tuple) (py.Object, error) { return asciiMap(b, 'a', 'z'), nil })
	method(t, "lower", 0, 0, func(b py.Bytes, _ py.Tuple) (py.Object, error) { return asciiMap(b, 'A', 'Z'), nil })

	old := t.New
	t.New = func(typ *py.Type, args py.Tuple, kwargs py.StringDict) (py.Object, error) {
		if len(args) > 0 {
			switch x := args[0].(type) {
			case py.String:
				if len(args) > 1 || len(kwargs) > 0 {
					enc, errs := opt(args, 1, kwargs["encoding"]), opt(args, 2, kwargs["errors"])
					return encodeArgs(x, py.Tuple{enc, errs})
				}
			case py.Int:
				if x > MaxAlloc {
					return nil, tooLarge()
				}
			}
		}
		return old(typ, args, kwargs)
	}
}

func encodeArgs(s py.String, args py.Tuple) (py.Object, error) {
	enc, err := optString(args, 0, "utf-8")
	if err != nil {
		return nil, err
	}
	errs, err := optString(args, 1, "strict")
	if err != nil {
		return nil, err
	}
	b, err := Encode(string(s), enc, errs)
	return py.Bytes(b), err
}

// asciiMap flips the case of the letters from lo to hi.
func asciiMap(b py.Bytes, lo, hi byte) py.Bytes {
	out := bytes.Clone(b)
	for i, c := range out {
		if c >= lo && c <= hi {
			out[i] = c ^ 0x20
		}
	}
	return out
}
