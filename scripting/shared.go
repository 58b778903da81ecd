package scripting

import (
	"container/list"
	"encoding/binary"
	"fmt"
	"log/slog"
	"math"
	"math/big"
	"sync"
	"sync/atomic"
	"time"

	"github.com/go-python/gpython/py"
)

// A pool has the containers of windlass.shared, by name. All lanes of a
// translator see the same ones, and so do those of a vm and code that is
// reloaded. A container takes plain values only (see plain), and is bounded.
//
// Lock order: the lock of a pool, or of a container, is taken last and held for
// a few instructions; but for sharedLock, which is one for scripts.
type pool struct {
	log *slog.Logger
	env *Environment

	mu    sync.Mutex
	named map[string]any
}

// maxShared bounds the containers of a pool.
const maxShared = 1000

func newPool(log *slog.Logger, e *Environment) *pool {
	return &pool{log: log, env: e, named: make(map[string]any)}
}

// get returns the container of that name, made if there is none.
func get[T any](p *pool, name string, make func() T) (T, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	var none T
	if o, ok := p.named[name]; ok {
		if t, ok := o.(T); ok {
			return t, nil
		}
		return none, py.ExceptionNewf(py.TypeError, "shared: '%s' is a %s", name, kindOf(o.(py.Object)))
	}
	if len(p.named) >= maxShared {
		return none, py.ExceptionNewf(py.MemoryError, "shared: there are %d containers already", maxShared)
	}
	t := make()
	p.named[name] = t
	return t, nil
}

// dump adds the containers to a statedump.
func (p *pool) dump(add func(key string, value any)) {
	p.mu.Lock()
	names := keys(p.named)
	all := make([]any, len(names))
	for i, name := range names {
		all[i] = p.named[name]
	}
	p.mu.Unlock()
	for i, name := range names {
		key := "shared." + shorten(name, 100)
		switch o := all[i].(type) {
		case *store:
			o.mu.Lock()
			add(key, fmt.Sprintf("%s,entries:%d,bytes:%d,evicted:%d", o.kind, len(o.entries), o.bytes, o.evicted))
			o.mu.Unlock()
		case *sharedCounter:
			add(key, fmt.Sprintf("counter,value:%d", o.n.Load()))
		case *sharedLock:
			add(key, fmt.Sprintf("lock,waiting:%d", o.waiting.Load()))
		}
	}
}

// A store is shared.dict, shared.lru or shared.set: entries that a time-out ends,
// and of which the oldest go when there are too many or they take too much.
type store struct {
	kind     string
	env      *Environment
	class    *class
	byUse    bool // the oldest is the one that was not used for longest
	max      int
	maxBytes int64
	ttl      time.Duration // 0: none

	mu      sync.Mutex
	entries map[string]*list.Element // of *item
	order   list.List                // the oldest first
	bytes   int64
	evicted int64
	passes  uint // counts writes, to look for what has expired
}

type item struct {
	id         string
	key, value py.Object
	size       int64
	expires    time.Time // zero: never
}

const (
	defaultEntries = 10_000
	maxEntries     = 10_000_000
	defaultBytes   = 64 << 20
	maxBytes       = 1 << 40
	itemOverhead   = 200 // what an entry takes besides its key and value
)

// identity makes of a key what is equal for equal keys: 1, 1.0 and True are.
func identity(b []byte, o py.Object, depth int) ([]byte, bool) {
	number := func(f float64) []byte { return binary.BigEndian.AppendUint64(append(b, 'f'), math.Float64bits(f)) }
	text := func(kind byte, s string) []byte {
		return append(binary.BigEndian.AppendUint64(append(b, kind), uint64(len(s))), s...)
	}
	switch x := o.(type) {
	case py.NoneType:
		return append(b, 'n'), true
	case py.Bool:
		if x {
			return binary.BigEndian.AppendUint64(append(b, 'i'), 1), true
		}
		return binary.BigEndian.AppendUint64(append(b, 'i'), 0), true
	case py.Int:
		return binary.BigEndian.AppendUint64(append(b, 'i'), uint64(x)), true
	case py.Float:
		if f := float64(x); f == math.Trunc(f) && math.Abs(f) < 1<<62 {
			return binary.BigEndian.AppendUint64(append(b, 'i'), uint64(int64(f))), true
		}
		return number(float64(x)), true
	case *py.BigInt:
		n := (*big.Int)(x)
		if n.IsInt64() {
			return binary.BigEndian.AppendUint64(append(b, 'i'), uint64(n.Int64())), true
		}
		return text('I', n.String()), true
	case py.String:
		return text('s', string(x)), true
	case py.Bytes:
		return text('b', string(x)), true
	case py.Tuple:
		if depth == maxNested {
			return nil, false
		}
		b = binary.BigEndian.AppendUint64(append(b, 't'), uint64(len(x)))
		for _, e := range x {
			var ok bool
			if b, ok = identity(b, e, depth+1); !ok {
				return nil, false
			}
		}
		return b, true
	}
	return nil, false
}

// sizeOf is about what a plain value takes.
func sizeOf(o py.Object) int64 {
	switch x := o.(type) {
	case py.String:
		return int64(len(x)) + 16
	case py.Bytes:
		return int64(len(x)) + 24
	case *py.BigInt:
		return int64((*big.Int)(x).BitLen()/8) + 24
	case py.Tuple:
		n := int64(24)
		for _, e := range x {
			n += sizeOf(e)
		}
		return n
	}
	return 16
}

func (s *store) id(o py.Object) (string, error) {
	var buf [64]byte
	b, ok := identity(buf[:0], o, 0)
	if !ok {
		return "", py.ExceptionNewf(py.TypeError, "shared.%s: a key must be None, bool, int, float, str, bytes or a tuple of them, not %s", s.kind, kindOf(o))
	}
	return string(b), nil
}

// find returns an entry that has not expired. mu is held.
func (s *store) find(id string) *item {
	e := s.entries[id]
	if e == nil {
		return nil
	}
	it := e.Value.(*item)
	if !it.expires.IsZero() && !s.env.now().Before(it.expires) {
		s.drop(e)
		return nil
	}
	if s.byUse {
		s.order.MoveToBack(e)
	}
	return it
}

func (s *store) drop(e *list.Element) {
	it := s.order.Remove(e).(*item)
	delete(s.entries, it.id)
	s.bytes -= it.size
}

// put adds or replaces an entry. mu is held.
func (s *store) put(id string, key, value py.Object, ttl time.Duration) error {
	it := &item{id: id, key: key, value: value, size: int64(len(id)) + sizeOf(key) + sizeOf(value) + itemOverhead}
	if it.size > s.maxBytes {
		return py.ExceptionNewf(py.ValueError, "shared.%s: an entry of %d bytes, and max_bytes is %d", s.kind, it.size, s.maxBytes)
	}
	if ttl == ownTTL {
		ttl = s.ttl
	}
	if ttl > 0 {
		it.expires = s.env.now().Add(ttl)
	}
	if e := s.entries[id]; e != nil {
		s.bytes += it.size - e.Value.(*item).size
		e.Value = it
		if s.byUse {
			s.order.MoveToBack(e)
		}
	} else {
		s.entries[id] = s.order.PushBack(it)
		s.bytes += it.size
	}
	if s.passes++; s.passes%1024 == 0 {
		s.expire()
	}
	for len(s.entries) > s.max || s.bytes > s.maxBytes {
		oldest := s.order.Front()
		if oldest.Value == any(it) {
			oldest = oldest.Next()
		}
		s.drop(oldest)
		s.evicted++
	}
	return nil
}

// expire drops what has expired. mu is held.
func (s *store) expire() {
	now := s.env.now()
	for e := s.order.Front(); e != nil; {
		next := e.Next()
		if it := e.Value.(*item); !it.expires.IsZero() && !now.Before(it.expires) {
			s.drop(e)
		}
		e = next
	}
}

// items returns the entries, the oldest first. mu is held.
func (s *store) items() []*item {
	s.expire()
	out := make([]*item, 0, len(s.entries))
	for e := s.order.Front(); e != nil; e = e.Next() {
		out = append(out, e.Value.(*item))
	}
	return out
}

// ownTTL stands for the time-out of the container.
const ownTTL = -1

// set is put for a script.
func (s *store) set(key, value py.Object, ttl time.Duration) error {
	id, err := s.id(key)
	if err != nil {
		return err
	}
	if !plain(value, 0) {
		return py.ExceptionNewf(py.TypeError, "shared.%s: a value must be None, bool, int, float, str, bytes or a tuple of them, not %s", s.kind, kindOf(value))
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.put(id, key, value, ttl)
}

func (s *store) get(key py.Object) (py.Object, bool, error) {
	id, err := s.id(key)
	if err != nil {
		return nil, false, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if it := s.find(id); it != nil {
		return it.value, true, nil
	}
	return nil, false, nil
}

func (s *store) pop(key py.Object) (py.Object, bool, error) {
	id, err := s.id(key)
	if err != nil {
		return nil, false, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if it := s.find(id); it != nil {
		s.drop(s.entries[id])
		return it.value, true, nil
	}
	return nil, false, nil
}

func (s *store) list(f func(*item) py.Object) py.Object {
	s.mu.Lock()
	all := s.items()
	s.mu.Unlock()
	out := make([]py.Object, len(all))
	for i, it := range all {
		out[i] = f(it)
	}
	return py.NewListFromItems(out)
}

func (it *item) keyOf() py.Object   { return it.key }
func (it *item) valueOf() py.Object { return it.value }
func (it *item) pairOf() py.Object  { return py.Tuple{it.key, it.value} }

// Type implements py.Object.
func (s *store) Type() *py.Type { return s.class.typ }

// M__getattribute__ finds a method.
func (s *store) M__getattribute__(name string) (py.Object, error) { return s.class.attr(s, name) }

// M__getitem__ implements s[key].
func (s *store) M__getitem__(key py.Object) (py.Object, error) {
	v, ok, err := s.get(key)
	if err == nil && !ok {
		err = noKey(key)
	}
	if err != nil {
		return nil, err
	}
	return v, nil
}

// M__setitem__ implements s[key] = value.
func (s *store) M__setitem__(key, value py.Object) (py.Object, error) {
	return py.None, s.set(key, value, ownTTL)
}

// M__delitem__ implements del s[key].
func (s *store) M__delitem__(key py.Object) (py.Object, error) {
	_, ok, err := s.pop(key)
	if err == nil && !ok {
		err = noKey(key)
	}
	return py.None, err
}

// M__contains__ implements "in".
func (s *store) M__contains__(key py.Object) (py.Object, error) {
	_, ok, err := s.get(key)
	return py.NewBool(ok), err
}

// M__len__ implements len().
func (s *store) M__len__() (py.Object, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.expire()
	return py.Int(len(s.entries)), nil
}

// M__bool__ is true if there is anything.
func (s *store) M__bool__() (py.Object, error) {
	n, err := s.M__len__()
	return py.NewBool(n != py.Object(py.Int(0))), err
}

// M__iter__ walks over the keys that there are now.
func (s *store) M__iter__() (py.Object, error) { return py.Iter(s.list((*item).keyOf)) }

// M__repr__ shows the kind and the number of entries.
func (s *store) M__repr__() (py.Object, error) {
	n, err := s.M__len__()
	if err != nil {
		return nil, err
	}
	return py.String(fmt.Sprintf("<shared.%s of %d>", s.kind, n)), nil
}

var (
	sharedClass, sharedDictClass, sharedLRUClass, sharedSetClass *class
	sharedCounterClass, sharedLockClass                          *class
)

// onStore makes a method of a store with positional arguments.
func onStore(name, doc string, lo, hi int, f func(s *store, a py.Tuple) (py.Object, error)) *method {
	return &method{name: name, doc: doc, fn: func(self py.Object, args py.Tuple, kwargs py.StringDict) (py.Object, error) {
		if err := noKeywords(name, kwargs); err != nil {
			return nil, err
		}
		if len(args) < lo || len(args) > hi {
			return nil, py.ExceptionNewf(py.TypeError, "%s: wrong number of arguments (%d given)", doc, len(args))
		}
		return f(self.(*store), args)
	}}
}

func orNone(v py.Object, ok bool, a py.Tuple) py.Object {
	switch {
	case ok:
		return v
	case len(a) > 1:
		return a[1]
	}
	return py.None
}

func init() {
	clearAll := onStore("clear", "clear()", 0, 0, func(s *store, _ py.Tuple) (py.Object, error) {
		s.mu.Lock()
		defer s.mu.Unlock()
		clear(s.entries)
		s.order.Init()
		s.bytes = 0
		return py.None, nil
	})
	mapping := []*method{
		onStore("get", "get(key, default=None)", 1, 2, func(s *store, a py.Tuple) (py.Object, error) {
			v, ok, err := s.get(a[0])
			return orNone(v, ok, a), err
		}),
		{name: "set", doc: "set(key, value, ttl=None): ttl in seconds, by default that of the container", fn: func(self py.Object, args py.Tuple, kwargs py.StringDict) (py.Object, error) {
			var key, value py.Object
			var ttl py.Object = py.None
			if err := py.ParseTupleAndKeywords(args, kwargs, "OO|O:set", []string{"key", "value", "ttl"}, &key, &value, &ttl); err != nil {
				return nil, err
			}
			s := self.(*store)
			d, err := seconds("set()", "ttl", ttl, ownTTL)
			if err != nil {
				return nil, err
			}
			return py.None, s.set(key, value, d)
		}},
		onStore("setdefault", "setdefault(key, value): the value that is kept", 2, 2, func(s *store, a py.Tuple) (py.Object, error) {
			id, err := s.id(a[0])
			if err != nil {
				return nil, err
			}
			if !plain(a[1], 0) {
				return nil, s.set(a[0], a[1], 0) // it says what is wrong
			}
			s.mu.Lock()
			defer s.mu.Unlock()
			if it := s.find(id); it != nil {
				return it.value, nil
			}
			return a[1], s.put(id, a[0], a[1], ownTTL)
		}),
		onStore("add", "add(key, n=1): add to the number kept, which is 0 at first, in one step; the sum", 1, 2, func(s *store, a py.Tuple) (py.Object, error) {
			n := py.Object(py.Int(1))
			if len(a) > 1 {
				n = a[1]
			}
			id, err := s.id(a[0])
			if err != nil {
				return nil, err
			}
			s.mu.Lock()
			defer s.mu.Unlock()
			sum, ttl := py.Object(py.Int(0)), time.Duration(ownTTL)
			if it := s.find(id); it != nil {
				sum = it.value
				if !it.expires.IsZero() {
					ttl = max(it.expires.Sub(s.env.now()), 1) // the sum is as old as its first part
				}
			}
			for _, o := range []py.Object{sum, n} {
				if _, _, whole := integer(o); !whole {
					if _, isFloat := o.(py.Float); !isFloat {
						return nil, py.ExceptionNewf(py.TypeError, "shared.%s: add takes and keeps numbers up to 64 bits, not %s", s.kind, kindOf(o))
					}
				}
			}
			if sum, err = py.Add(sum, n); err != nil {
				return nil, err
			}
			return sum, s.put(id, a[0], sum, ttl)
		}),
		onStore("pop", "pop(key, default=None)", 1, 2, func(s *store, a py.Tuple) (py.Object, error) {
			v, ok, err := s.pop(a[0])
			return orNone(v, ok, a), err
		}),
		onStore("keys", "keys() -> list", 0, 0, func(s *store, _ py.Tuple) (py.Object, error) { return s.list((*item).keyOf), nil }),
		onStore("values", "values() -> list", 0, 0, func(s *store, _ py.Tuple) (py.Object, error) { return s.list((*item).valueOf), nil }),
		onStore("items", "items() -> list of (key, value)", 0, 0, func(s *store, _ py.Tuple) (py.Object, error) { return s.list((*item).pairOf), nil }),
		clearAll,
	}
	sharedDictClass = newClass("SharedDict", "shared.dict(name, max=10000, ttl=None, max_bytes=67108864): a dict that all lanes see; the entry that was made first goes when there are too many.", "", mapping...)
	sharedLRUClass = newClass("SharedLRU", "shared.lru(name, max=10000, ttl=None, max_bytes=67108864): a dict that all lanes see; the entry that was not used for longest goes when there are too many.", "", mapping...)
	sharedSetClass = newClass("SharedSet", "shared.set(name, max=10000, ttl=None, max_bytes=67108864): a set that all lanes see; the oldest member goes when there are too many.", "",
		onStore("add", "add(x) -> bool: whether it is new", 1, 1, func(s *store, a py.Tuple) (py.Object, error) {
			id, err := s.id(a[0])
			if err != nil {
				return nil, err
			}
			s.mu.Lock()
			defer s.mu.Unlock()
			known := s.find(id) != nil
			return py.NewBool(!known), s.put(id, a[0], py.None, ownTTL)
		}),
		onStore("discard", "discard(x) -> bool: whether it was there", 1, 1, func(s *store, a py.Tuple) (py.Object, error) {
			_, ok, err := s.pop(a[0])
			return py.NewBool(ok), err
		}),
		onStore("list", "list() -> list of the members, the oldest first", 0, 0, func(s *store, _ py.Tuple) (py.Object, error) { return s.list((*item).keyOf), nil }),
		clearAll)

	counting := func(name, doc string, f func(c *sharedCounter, n int64) int64, none int64) *method {
		return &method{name: name, doc: doc, fn: func(self py.Object, args py.Tuple, kwargs py.StringDict) (py.Object, error) {
			if err := noKeywords(name, kwargs); err != nil {
				return nil, err
			}
			n := none
			switch len(args) {
			case 0:
			case 1:
				k := taker{fn: name + "()"}
				if k.int64(args[0], "n", &n); k.err != nil {
					return nil, k.err
				}
			default:
				return nil, py.ExceptionNewf(py.TypeError, "%s: wrong number of arguments (%d given)", doc, len(args))
			}
			return py.Int(f(self.(*sharedCounter), n)), nil
		}}
	}
	sharedCounterClass = newClass("SharedCounter", "shared.counter(name): a number that all lanes see.", "value",
		counting("add", "add(n=1) -> the sum", func(c *sharedCounter, n int64) int64 { return c.n.Add(n) }, 1),
		counting("set", "set(n=0) -> what it was", func(c *sharedCounter, n int64) int64 { return c.n.Swap(n) }, 0))

	sharedLockClass = newClass("SharedLock", "shared.lock(name): a lock between lanes: with shared.lock('x'): … A call that ends gives its locks back.", "",
		&method{name: "acquire", doc: "acquire(timeout=None) -> bool: wait for it, no longer than the time-limit of the call", fn: func(self py.Object, args py.Tuple, kwargs py.StringDict) (py.Object, error) {
			var timeout py.Object = py.None
			if err := py.ParseTupleAndKeywords(args, kwargs, "|O:acquire", []string{"timeout"}, &timeout); err != nil {
				return nil, err
			}
			b := self.(*boundLock)
			d, err := seconds("acquire()", "timeout", timeout, b.l.patience())
			if err != nil {
				return nil, err
			}
			ok, err := b.acquire(min(d, b.l.patience()))
			return py.NewBool(ok), err
		}},
		&method{name: "release", doc: "release()", fn: func(self py.Object, args py.Tuple, kwargs py.StringDict) (py.Object, error) {
			if err := exactly("release", args, kwargs, 0); err != nil {
				return nil, err
			}
			return py.None, self.(*boundLock).release()
		}},
		&method{name: "__enter__", fn: func(self py.Object, _ py.Tuple, _ py.StringDict) (py.Object, error) {
			b := self.(*boundLock)
			ok, err := b.acquire(b.l.patience())
			if err == nil && !ok {
				err = py.ExceptionNewf(py.TimeoutError, "shared.lock: somebody else has had it for the time-limit of the call")
			}
			return b, err
		}},
		&method{name: "__exit__", fn: func(self py.Object, _ py.Tuple, _ py.StringDict) (py.Object, error) {
			return py.False, self.(*boundLock).release()
		}})

	ofStore := func(kind string, c **class, byUse bool) *method {
		return &method{name: kind, doc: kind + "(name, max=10000, ttl=None, max_bytes=67108864)", fn: func(self py.Object, args py.Tuple, kwargs py.StringDict) (py.Object, error) {
			var name, most, ttl, bytes py.Object = nil, py.Int(defaultEntries), py.None, py.Int(defaultBytes)
			if err := py.ParseTupleAndKeywords(args, kwargs, "O|OOO:"+kind, []string{"name", "max", "ttl", "max_bytes"}, &name, &most, &ttl, &bytes); err != nil {
				return nil, err
			}
			var s store
			var n int64
			var called string
			k := taker{fn: "shared." + kind + "()"}
			k.string(name, "name", &called)
			k.number(most, "max", 1, maxEntries, func(v int64) { n = v })
			k.number(bytes, "max_bytes", 1024, maxBytes, func(v int64) { s.maxBytes = v })
			if k.err != nil {
				return nil, k.err
			}
			d, err := seconds(k.fn, "ttl", ttl, 0)
			if err != nil {
				return nil, err
			}
			p := self.(*sharedObject).pool
			made, err := get(p, called, func() *store {
				return &store{kind: kind, env: p.env, class: *c, byUse: byUse, max: int(n), maxBytes: s.maxBytes, ttl: d, entries: make(map[string]*list.Element)}
			})
			if err != nil {
				return nil, err
			}
			if made.kind != kind {
				return nil, py.ExceptionNewf(py.TypeError, "shared: '%s' is a %s", called, made.kind)
			}
			made.limit(int(n), s.maxBytes, d)
			return made, nil
		}}
	}
	named := func(name string, args py.Tuple, kwargs py.StringDict) (string, error) {
		var o py.Object
		if err := py.ParseTupleAndKeywords(args, kwargs, "O:"+name, []string{"name"}, &o); err != nil {
			return "", err
		}
		var called string
		k := taker{fn: "shared." + name + "()"}
		k.string(o, "name", &called)
		return called, k.err
	}
	sharedClass = newClass("Shared", "shared: containers that all lanes of the translator see, by name. They are bounded, keep plain values, and stay when the script is reloaded.", "",
		ofStore("dict", &sharedDictClass, false), ofStore("lru", &sharedLRUClass, true), ofStore("set", &sharedSetClass, false),
		&method{name: "counter", doc: "counter(name)", fn: func(self py.Object, args py.Tuple, kwargs py.StringDict) (py.Object, error) {
			name, err := named("counter", args, kwargs)
			if err != nil {
				return nil, err
			}
			c, err := get(self.(*sharedObject).pool, name, func() *sharedCounter { return &sharedCounter{} })
			if err != nil {
				return nil, err
			}
			return c, nil
		}},
		&method{name: "lock", doc: "lock(name)", fn: func(self py.Object, args py.Tuple, kwargs py.StringDict) (py.Object, error) {
			name, err := named("lock", args, kwargs)
			if err != nil {
				return nil, err
			}
			o := self.(*sharedObject)
			l, err := get(o.pool, name, func() *sharedLock { return &sharedLock{free: make(chan struct{}, 1)} })
			if err != nil {
				return nil, err
			}
			return &boundLock{l, o.l}, nil
		}})
}

// limit changes the bounds: the script that runs now has the say.
func (s *store) limit(most int, bytes int64, ttl time.Duration) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.max, s.maxBytes, s.ttl = most, bytes, ttl
	for len(s.entries) > s.max || s.bytes > s.maxBytes {
		s.drop(s.order.Front())
		s.evicted++
	}
}

// sharedObject is windlass.shared.
type sharedObject struct {
	pool *pool
	l    *interp
}

// Type implements py.Object.
func (*sharedObject) Type() *py.Type { return sharedClass.typ }

// M__getattribute__ finds a method.
func (o *sharedObject) M__getattribute__(name string) (py.Object, error) {
	return sharedClass.attr(o, name)
}

// sharedCounter is shared.counter.
type sharedCounter struct{ n atomic.Int64 }

// Type implements py.Object.
func (*sharedCounter) Type() *py.Type { return sharedCounterClass.typ }

// M__getattribute__ reads the value or finds a method.
func (c *sharedCounter) M__getattribute__(name string) (py.Object, error) {
	if name == "value" {
		return py.Int(c.n.Load()), nil
	}
	return sharedCounterClass.attr(c, name)
}

// M__repr__ shows the value.
func (c *sharedCounter) M__repr__() (py.Object, error) {
	return py.String(fmt.Sprintf("<shared.counter %d>", c.n.Load())), nil
}

// sharedLock is the lock behind shared.lock: free has a token while somebody has
// it.
type sharedLock struct {
	free    chan struct{}
	waiting atomic.Int64
}

// Type implements py.Object.
func (*sharedLock) Type() *py.Type { return sharedLockClass.typ }

// boundLock is a lock as one interpreter sees it.
type boundLock struct {
	lock *sharedLock
	l    *interp
}

// Type implements py.Object.
func (*boundLock) Type() *py.Type { return sharedLockClass.typ }

// M__getattribute__ finds a method.
func (b *boundLock) M__getattribute__(name string) (py.Object, error) {
	return sharedLockClass.attr(b, name)
}

// M__enter__ implements with.
func (b *boundLock) M__enter__() (py.Object, error) {
	return sharedLockClass.methods["__enter__"].fn(b, nil, nil)
}

// M__exit__ implements with.
func (b *boundLock) M__exit__(_, _, _ py.Object) (py.Object, error) {
	return sharedLockClass.methods["__exit__"].fn(b, nil, nil)
}

// patience is the longest that a call may wait for a lock.
func (in *interp) patience() time.Duration {
	if in.limits.time > 0 {
		return in.limits.time
	}
	return time.Minute
}

// acquire waits for the lock: by the machine's clock, as the time-limit of a call
// is. The interpreter is the caller's.
func (b *boundLock) acquire(patience time.Duration) (bool, error) {
	for _, l := range b.l.locks {
		if l == b.lock {
			return false, py.ExceptionNewf(py.RuntimeError, "shared.lock: this call has the lock already")
		}
	}
	b.lock.waiting.Add(1)
	defer b.lock.waiting.Add(-1)
	select {
	case b.lock.free <- struct{}{}:
	default:
		t := time.NewTimer(patience)
		defer t.Stop()
		select {
		case b.lock.free <- struct{}{}:
		case <-t.C:
			return false, nil
		}
	}
	b.l.locks = append(b.l.locks, b.lock)
	return true, nil
}

func (b *boundLock) release() error {
	for i, l := range b.l.locks {
		if l == b.lock {
			b.l.locks = append(b.l.locks[:i], b.l.locks[i+1:]...)
			<-l.free
			return nil
		}
	}
	return py.ExceptionNewf(py.RuntimeError, "shared.lock: this call does not have the lock")
}

// giveBackLocks ends what a call has forgotten to end.
func (in *interp) giveBackLocks() {
	for i, l := range in.locks {
		<-l.free
		in.locks[i] = nil
	}
	in.locks = in.locks[:0]
}
