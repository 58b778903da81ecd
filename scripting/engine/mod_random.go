package engine

import (
	"crypto/rand"
	"encoding/binary"
	"math/big"

	"github.com/go-python/gpython/py"
)

// Module _random: the generator of module random, the Mersenne Twister MT19937 seeded
// as CPython seeds it, so that the same seed gives the same numbers.

const (
	mtN = 624
	mtM = 397
)

// twister is the state of a generator.
type twister struct {
	s  [mtN]uint32
	at int
}

// Type implements py.Object.
func (*twister) Type() *py.Type { return randomClass.py }

func (*twister) class() *Class { return randomClass }

var randomClass = declareIn("_random", "Random", objectClass)

func (t *twister) init(seed uint32) {
	t.s[0] = seed
	for i := 1; i < mtN; i++ {
		x := t.s[i-1]
		t.s[i] = 1812433253*(x^x>>30) + uint32(i)
	}
	t.at = mtN
}

// seed starts with a key of any length.
func (t *twister) seed(key []uint32) {
	t.init(19650218)
	i, j := 1, 0
	for range max(mtN, len(key)) {
		x := t.s[i-1]
		t.s[i] = (t.s[i] ^ (x^x>>30)*1664525) + key[j] + uint32(j)
		if i++; i == mtN {
			t.s[0], i = t.s[mtN-1], 1
		}
		if j++; j == len(key) {
			j = 0
		}
	}
	for range mtN - 1 {
		x := t.s[i-1]
		t.s[i] = (t.s[i] ^ (x^x>>30)*1566083941) - uint32(i)
		if i++; i == mtN {
			t.s[0], i = t.s[mtN-1], 1
		}
	}
	t.s[0] = 1 << 31
}

func (t *twister) next() uint32 {
	if t.at >= mtN {
		for i := range mtN {
			y := t.s[i]&(1<<31) | t.s[(i+1)%mtN]&(1<<31-1)
			v := t.s[(i+mtM)%mtN] ^ y>>1
			if y&1 != 0 {
				v ^= 0x9908b0df
			}
			t.s[i] = v
		}
		t.at = 0
	}
	y := t.s[t.at]
	t.at++
	y ^= y >> 11
	y ^= y << 7 & 0x9d2c5680
	y ^= y << 15 & 0xefc60000
	return y ^ y>>18
}

func (t *twister) float() float64 {
	a, b := t.next()>>5, t.next()>>6
	return (float64(a)*67108864 + float64(b)) / 9007199254740992
}

// bits makes an integer of k bits, the lowest words first.
func (t *twister) bits(k int) py.Object {
	if k <= 32 {
		return intObject(int64(t.next() >> (32 - k)))
	}
	words := (k + 31) / 32
	b := make([]byte, words*4)
	for i := range words {
		r := t.next()
		if left := k - 32*i; left < 32 {
			r >>= 32 - left
		}
		binary.BigEndian.PutUint32(b[4*(words-1-i):], r)
	}
	return normInt(new(big.Int).SetBytes(b))
}

// seedOf makes the key of an argument of seed.
func (c *Context) seedOf(o py.Object) ([]uint32, error) {
	var n *big.Int
	switch x := base(o).(type) {
	case nil, py.NoneType:
		b := make([]byte, mtN*4)
		if _, err := rand.Read(b); err != nil {
			return nil, NewOSError(5, "")
		}
		n = new(big.Int).SetBytes(b)
	case py.Int, *py.BigInt, py.Bool:
		n, _ = bigOf(x)
	default:
		h, err := c.hash(o)
		if err != nil {
			return nil, err
		}
		n = new(big.Int).SetUint64(uint64(h))
	}
	b := new(big.Int).Abs(n).Bytes()
	if err := c.steps(len(b) / 16); err != nil {
		return nil, err
	}
	key := make([]uint32, max(1, (len(b)+3)/4))
	for i := range b {
		x := b[len(b)-1-i]
		key[i/4] |= uint32(x) << (8 * (i % 4))
	}
	return key, nil
}

func init() {
	k := randomClass
	k.make = func(c *Context, cls *Class, args []py.Object, _ []string) (py.Object, error) {
		t := &twister{}
		var seed py.Object
		if cls.ctx == nil && len(args) > 0 {
			seed = args[0]
		}
		key, err := c.seedOf(or(seed, py.None))
		if err != nil {
			return nil, err
		}
		t.seed(key)
		return newHosted(cls, t), nil
	}
	newMethod(k)
	mt := func(o py.Object) *twister { return base(o).(*twister) }
	k.method("seed", "n? /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		key, err := c.seedOf(or(a[0], py.None))
		if err != nil {
			return nil, err
		}
		mt(o).seed(key)
		return py.None, nil
	})
	k.method("random", "", func(_ *Context, o py.Object, _ []py.Object) (py.Object, error) { return py.Float(mt(o).float()), nil })
	k.method("getrandbits", "k /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		n, err := c.index(a[0])
		if err != nil {
			return nil, err
		}
		if n < 0 {
			return nil, raise(valueError, "number of bits must be non-negative")
		}
		if n == 0 {
			return py.Int(0), nil
		}
		if n > maxBits {
			return nil, tooBig()
		}
		return mt(o).bits(n), c.steps(n >> 10)
	})
	k.method("getstate", "", func(_ *Context, o py.Object, _ []py.Object) (py.Object, error) {
		t := make(py.Tuple, 0, mtN+1)
		for _, x := range mt(o).s {
			t = append(t, py.Int(x))
		}
		return append(t, py.Int(mt(o).at)), nil
	})
	k.method("setstate", "state /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		state, ok := a[0].(py.Tuple)
		if !ok {
			return nil, raise(typeError, "state vector must be a tuple")
		}
		if len(state) != mtN+1 {
			return nil, raise(valueError, "state vector is the wrong size")
		}
		var n twister
		for i, v := range state {
			x, err := c.index(v)
			if err != nil {
				return nil, err
			}
			if i < mtN {
				n.s[i] = uint32(x)
			} else if n.at = x; x < 0 || x > mtN {
				return nil, raise(valueError, "invalid state")
			}
		}
		*mt(o) = n
		return py.None, nil
	})
	newGoModule("_random", "The Mersenne Twister.").class(randomClass)
}
