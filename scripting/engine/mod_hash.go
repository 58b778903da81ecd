package engine

import (
	"crypto/hmac"
	"crypto/md5"
	"crypto/rand"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha3"
	"crypto/sha512"
	"crypto/subtle"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"hash"
	"io"
	"math/big"
	"strings"

	"github.com/go-python/gpython/py"
	"golang.org/x/crypto/blake2b"
)

// Modules hashlib, hmac and secrets: all of Python 3.11 but scrypt, the tree mode,
// salt and person of blake2, and secrets.SystemRandom. All hash objects of hashlib
// are of one class, HASH.

// hasherOf makes a hash by the name that hashlib has for it.
type hashMaker struct {
	name string
	make func() hash.Hash
	xof  bool // digest takes a length
}

var hashMakers = map[string]*hashMaker{}

func init() {
	for _, h := range []*hashMaker{
		{"md5", md5.New, false},
		{"sha1", sha1.New, false},
		{"sha224", sha256.New224, false},
		{"sha256", sha256.New, false},
		{"sha384", sha512.New384, false},
		{"sha512", sha512.New, false},
		{"sha512_224", sha512.New512_224, false},
		{"sha512_256", sha512.New512_256, false},
		{"sha3_224", func() hash.Hash { return sha3.New224() }, false},
		{"sha3_256", func() hash.Hash { return sha3.New256() }, false},
		{"sha3_384", func() hash.Hash { return sha3.New384() }, false},
		{"sha3_512", func() hash.Hash { return sha3.New512() }, false},
		{"shake_128", func() hash.Hash { return &shake{sha3.NewSHAKE128(), sha3.NewSHAKE128} }, true},
		{"shake_256", func() hash.Hash { return &shake{sha3.NewSHAKE256(), sha3.NewSHAKE256} }, true},
		{"blake2b", func() hash.Hash { h, _ := blake2b.New512(nil); return h }, false},
		{"blake2s", func() hash.Hash { return newBlake2s(32, nil) }, false},
	} {
		hashMakers[h.name] = h
	}
}

// shake makes a hash of a function with output of any length.
type shake struct {
	*sha3.SHAKE
	make func() *sha3.SHAKE
}

func (s *shake) clone() *shake {
	state, err := s.MarshalBinary()
	n := s.make()
	if err == nil {
		err = n.UnmarshalBinary(state)
	}
	if err != nil {
		panic(err) // its own state
	}
	return &shake{n, s.make}
}

// Size implements hash.Hash; the length is an argument instead.
func (*shake) Size() int { return 0 }

// Sum implements hash.Hash.
func (*shake) Sum(b []byte) []byte { return b }

// Clone implements hash.Cloner.
func (s *shake) Clone() (hash.Cloner, error) { return s.clone(), nil }

// hashObject is a hash object of hashlib, or an HMAC.
type hashObject struct {
	h     hash.Hash
	name  string
	xof   bool
	hmac  bool
	block int
}

// Type implements py.Object.
func (o *hashObject) Type() *py.Type { return o.class().py }

func (o *hashObject) class() *Class {
	switch {
	case o.hmac:
		return hmacClass
	case o.xof:
		return hashXOFClass
	}
	return hashClass
}

var (
	hashClass    = declareFinalIn("_hashlib", "HASH")
	hashXOFClass = declareFinalIn("_hashlib", "HASHXOF")
	hmacClass    = declareFinalIn("hmac", "HMAC")
)

// copyHash makes a copy of the state.
func copyHash(h hash.Hash) (hash.Hash, error) {
	if cl, ok := h.(hash.Cloner); ok {
		return cl.Clone()
	}
	type state interface {
		MarshalBinary() ([]byte, error)
		UnmarshalBinary([]byte) error
	}
	s, ok := h.(state)
	if !ok {
		return nil, errors.ErrUnsupported
	}
	b, err := s.MarshalBinary()
	if err != nil {
		return nil, err
	}
	n, err := blake2b.New(h.Size(), nil)
	if err == nil {
		err = n.(state).UnmarshalBinary(b)
	}
	return n, err
}

// hashData is an argument to be hashed.
func hashData(c *Context, o py.Object) ([]byte, error) {
	b, ok := rawBytes(o)
	if !ok {
		if _, text := textOf(o); text {
			return nil, raise(typeError, "Strings must be encoded before hashing")
		}
		return nil, raise(typeError, "object supporting the buffer API required")
	}
	return b, c.work(len(b))
}

func (o *hashObject) update(c *Context, data py.Object) error {
	b, err := hashData(c, data)
	if err == nil {
		o.h.Write(b)
	}
	return err
}

// digest is the sum so far.
func (o *hashObject) digest(c *Context, length py.Object) ([]byte, error) {
	if !o.xof {
		return o.h.Sum(nil), nil
	}
	n, err := c.index(length)
	if err != nil {
		return nil, err
	}
	if n < 0 {
		return nil, raise(valueError, "value must be positive")
	}
	if n > MaxAlloc {
		return nil, memoryErr()
	}
	out := make([]byte, n)
	_, err = io.ReadFull(o.h.(*shake).clone().SHAKE, out)
	return out, err
}

// hashNamed finds a hash by the name that a script gives.
func hashNamed(o py.Object) (*hashMaker, error) {
	s, ok := textOf(o)
	if !ok {
		// A function of hashlib, or an object.
		switch x := o.(type) {
		case *Builtin:
			s = x.name
		case *hashObject:
			s = x.name
		default:
			return nil, raise(typeError, "name must be a string")
		}
	}
	if h := hashMakers[strings.ReplaceAll(strings.ToLower(s), "-", "_")]; h != nil {
		return h, nil
	}
	return nil, raise(valueError, "unsupported hash type %s", s)
}

func (m *hashMaker) object(c *Context, data py.Object) (py.Object, error) {
	o := &hashObject{h: m.make(), name: m.name, xof: m.xof}
	o.block = o.h.BlockSize()
	if data != nil {
		if err := o.update(c, data); err != nil {
			return nil, err
		}
	}
	return o, nil
}

// blake makes blake2b and blake2s with their parameters.
func blake(m goModule, name string, most int, make func(size int, key []byte) (hash.Hash, error)) {
	m.fn(name, "data? * digest_size? key? salt? person? fanout? depth? leaf_size? node_offset? node_depth? inner_size? last_node? usedforsecurity?",
		func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
			size, err := c.optIndex(a[1], most)
			if err != nil {
				return nil, err
			}
			if size < 1 || size > most {
				return nil, raise(valueError, "digest_size for %s must be between 1 and %d bytes, here it is %d", name, most, size)
			}
			var key []byte
			if a[2] != nil {
				if key, err = bytesOf(a[2], needBytes); err != nil {
					return nil, err
				}
				if len(key) > most {
					return nil, raise(valueError, "maximum key length is %d bytes", most)
				}
			}
			for i := 3; i < 12; i++ {
				if b, ok := rawBytes(or(a[i], py.None)); ok && len(b) == 0 {
					continue
				}
				if a[i] != nil {
					return nil, raise(notImplementedErr, "%s: only digest_size and key", name)
				}
			}
			h, err := make(size, key)
			if err != nil {
				return nil, raise(valueError, "%s: %v", name, err)
			}
			o := &hashObject{h: h, name: name, block: h.BlockSize()}
			if a[0] != nil {
				err = o.update(c, a[0])
			}
			return o, err
		})
}

// pbkdf2 derives a key; every round is counted.
func pbkdf2(c *Context, m *hashMaker, password, salt []byte, rounds, size int) ([]byte, error) {
	mac := hmac.New(m.make, password)
	var out []byte
	for block := uint32(1); len(out) < size; block++ {
		mac.Reset()
		mac.Write(salt)
		mac.Write([]byte{byte(block >> 24), byte(block >> 16), byte(block >> 8), byte(block)})
		u := mac.Sum(nil)
		t := append([]byte(nil), u...)
		for range rounds - 1 {
			if err := c.step(); err != nil {
				return nil, err
			}
			mac.Reset()
			mac.Write(u)
			u = mac.Sum(u[:0])
			subtle.XORBytes(t, t, u)
		}
		out = append(out, t...)
	}
	return out[:size], nil
}

func compareDigest(_ *Context, _ py.Object, a []py.Object) (py.Object, error) {
	x, ok1 := textOf(a[0])
	y, ok2 := textOf(a[1])
	if ok1 && ok2 {
		if !isASCII(x) || !isASCII(y) {
			return nil, raise(typeError, "comparing strings with non-ASCII characters is not supported")
		}
		return py.NewBool(subtle.ConstantTimeCompare([]byte(x), []byte(y)) == 1), nil
	}
	p, ok1 := rawBytes(a[0])
	q, ok2 := rawBytes(a[1])
	if !ok1 || !ok2 {
		return nil, raise(typeError, "unsupported operand types(s) or combination of types: '%s' and '%s'", classOf(a[0]).name, classOf(a[1]).name)
	}
	return py.NewBool(subtle.ConstantTimeCompare(p, q) == 1), nil
}

func init() {
	m := newGoModule("hashlib", "Secure hashes and message digests.")
	guaranteed, available := &Set{}, &Set{}
	for name, h := range hashMakers {
		key := py.String(name)
		available.d.insert(mix(uint64(strHash(name))), key, py.None)
		if !strings.HasPrefix(name, "sha512_") {
			guaranteed.d.insert(mix(uint64(strHash(name))), key, py.None)
		}
		if strings.HasPrefix(name, "blake") {
			continue
		}
		m.fn(name, "string? * usedforsecurity?", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) { return h.object(c, a[0]) })
	}
	// Sets that contexts share must not be changed.
	guaranteed.frozen, available.frozen = true, true
	m.set("algorithms_guaranteed", guaranteed)
	m.set("algorithms_available", available)
	blake(m, "blake2b", blake2b.Size, blake2b.New)
	blake(m, "blake2s", 32, func(size int, key []byte) (hash.Hash, error) { return newBlake2s(size, key), nil })
	m.fn("new", "name data? * usedforsecurity?", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
		h, err := hashNamed(a[0])
		if err != nil {
			return nil, err
		}
		return h.object(c, a[1])
	})
	m.fn("pbkdf2_hmac", "hash_name password salt iterations dklen?", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
		h, err := hashNamed(a[0])
		if err != nil {
			return nil, err
		}
		password, err := bytesOf(a[1], needBytes)
		if err != nil {
			return nil, err
		}
		salt, err := bytesOf(a[2], needBytes)
		if err != nil {
			return nil, err
		}
		rounds, err := c.index(a[3])
		if err != nil {
			return nil, err
		}
		if rounds < 1 {
			return nil, raise(valueError, "iteration value must be greater than 0.")
		}
		size := h.make().Size()
		if !missing(a[4]) {
			if size, err = c.index(a[4]); err != nil {
				return nil, err
			}
			if size < 1 {
				return nil, raise(valueError, "key length must be greater than 0.")
			}
			if size > MaxAlloc {
				return nil, memoryErr()
			}
		}
		out, err := pbkdf2(c, h, password, salt, rounds, size)
		return py.Bytes(out), err
	})
	m.fn("file_digest", "fileobj digest / * _bufsize?", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
		h, err := hashNamed(a[1])
		if err != nil {
			return nil, err
		}
		o, err := h.object(c, nil)
		if err != nil {
			return nil, err
		}
		read, err := c.getattr(a[0], "read")
		if err != nil {
			return nil, err
		}
		for {
			v, err := c.call1(read, py.Int(1<<18))
			if err != nil {
				return nil, err
			}
			if b, ok := rawBytes(v); ok && len(b) == 0 {
				return o, nil
			}
			if err := o.(*hashObject).update(c, v); err != nil {
				return nil, err
			}
		}
	})

	h := func(o py.Object) *hashObject { return o.(*hashObject) }
	for _, k := range [...]*Class{hashClass, hashXOFClass, hmacClass} {
		param := ""
		if k == hashXOFClass {
			param = "length"
		}
		first := func(a []py.Object) py.Object {
			if len(a) > 0 {
				return a[0]
			}
			return nil
		}
		k.method("update", "obj /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) { return py.None, h(o).update(c, a[0]) })
		k.method("digest", param, func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
			b, err := h(o).digest(c, first(a))
			return py.Bytes(b), err
		})
		k.method("hexdigest", param, func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
			b, err := h(o).digest(c, first(a))
			return py.String(hex.EncodeToString(b)), err
		})
		k.method("copy", "", func(_ *Context, o py.Object, _ []py.Object) (py.Object, error) {
			n := *h(o)
			var err error
			if n.h, err = copyHash(n.h); err != nil {
				return nil, raise(valueError, "the state cannot be copied: %v", err)
			}
			return &n, nil
		})
		k.getter("name", func(_ *Context, o py.Object) (py.Object, error) { return py.String(h(o).name), nil })
		k.getter("digest_size", func(_ *Context, o py.Object) (py.Object, error) { return py.Int(h(o).h.Size()), nil })
		k.getter("block_size", func(_ *Context, o py.Object) (py.Object, error) { return py.Int(h(o).block), nil })
	}
	hashClass.method("__repr__", "", func(_ *Context, o py.Object, _ []py.Object) (py.Object, error) {
		return py.String(sprintf("<%s _hashlib.HASH object @ 0x%x>", h(o).name, address(o))), nil
	})

	initHMAC()
	initSecrets()
}

func initHMAC() {
	m := newGoModule("hmac", "Keyed hashes for message authentication.")
	m.class(hmacClass)
	m.set("digest_size", py.None)
	start := func(c *Context, key, msg, digest py.Object) (*hashObject, error) {
		k, ok := base(key).(py.Bytes)
		raw := []byte(k)
		if !ok {
			x, isArray := base(key).(*bytearray)
			if !isArray {
				return nil, raise(typeError, "key: expected bytes or bytearray, but got '%s'", classOf(key).name)
			}
			raw = x.b
		}
		if missing(digest) {
			return nil, raise(typeError, "Missing required parameter 'digestmod'.")
		}
		maker, err := hashNamed(digest)
		if err != nil {
			return nil, err
		}
		if maker.xof {
			return nil, raise(valueError, "unsupported hash type %s", maker.name)
		}
		o := &hashObject{h: hmac.New(maker.make, raw), name: "hmac-" + maker.name, hmac: true}
		o.block = o.h.BlockSize()
		if !missing(msg) {
			if err := o.update(c, msg); err != nil {
				return nil, err
			}
		}
		return o, nil
	}
	make := func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
		o, err := start(c, a[0], a[1], a[2])
		if err != nil {
			return nil, err
		}
		return o, nil
	}
	m.fn("new", "key msg? digestmod?", make)
	params := newBuiltin("HMAC", "key msg? digestmod?", nil)
	hmacClass.make = func(c *Context, _ *Class, args []py.Object, kw []string) (py.Object, error) {
		a, err := c.fill(params, args, kw)
		if err != nil {
			return nil, err
		}
		return make(c, nil, a)
	}
	m.fn("digest", "key msg digest", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
		o, err := start(c, a[0], a[1], a[2])
		if err != nil {
			return nil, err
		}
		return py.Bytes(o.h.Sum(nil)), nil
	})
	m.fn("compare_digest", "a b /", compareDigest)
}

// randomBytes are n bytes for keys.
func (c *Context) randomBytes(o py.Object, def int) ([]byte, error) {
	n := def
	if !missing(o) {
		var err error
		if n, err = c.index(o); err != nil {
			return nil, err
		}
	}
	if n < 0 {
		return nil, raise(valueError, "negative argument not allowed")
	}
	if n > MaxAlloc {
		return nil, memoryErr()
	}
	b := make([]byte, n)
	if _, err := rand.Read(b); err != nil {
		return nil, NewOSError(5, "")
	}
	return b, c.work(n)
}

func initSecrets() {
	m := newGoModule("secrets", "Random numbers for passwords, tokens and the like.")
	m.set("DEFAULT_ENTROPY", py.Int(32))
	for name, show := range map[string]func(b []byte) py.Object{
		"token_bytes":   func(b []byte) py.Object { return py.Bytes(b) },
		"token_hex":     func(b []byte) py.Object { return py.String(hex.EncodeToString(b)) },
		"token_urlsafe": func(b []byte) py.Object { return py.String(base64.RawURLEncoding.EncodeToString(b)) },
	} {
		m.fn(name, "nbytes?", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
			b, err := c.randomBytes(a[0], 32)
			return show(b), err
		})
	}
	m.fn("randbelow", "exclusive_upper_bound", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
		v, err := c.indexObject(a[0])
		if err != nil {
			return nil, err
		}
		n, _ := bigOf(v)
		if n.Sign() <= 0 {
			return nil, raise(valueError, "Upper bound must be positive.")
		}
		r, err := rand.Int(rand.Reader, n)
		if err != nil {
			return nil, NewOSError(5, "")
		}
		return normInt(r), nil
	})
	m.fn("randbits", "k", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
		k, err := c.index(a[0])
		if err != nil {
			return nil, err
		}
		if k < 0 {
			return nil, raise(valueError, "number of bits must be non-negative")
		}
		if k > maxBits {
			return nil, tooBig()
		}
		b, err := c.randomBytes(py.Int((k+7)/8), 0)
		if err != nil {
			return nil, err
		}
		n := new(big.Int).SetBytes(b)
		return normInt(n.Rsh(n, uint(8*len(b)-k))), nil
	})
	m.fn("choice", "seq", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
		n, err := c.length(a[0])
		if err != nil {
			return nil, err
		}
		if n == 0 {
			return nil, raise(indexError, "Cannot choose from an empty sequence")
		}
		r, err := rand.Int(rand.Reader, big.NewInt(int64(n)))
		if err != nil {
			return nil, NewOSError(5, "")
		}
		return c.getitem(a[0], normInt(r))
	})
	m.fn("compare_digest", "a b /", compareDigest)
}
