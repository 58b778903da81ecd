package engine

import (
	"hash/maphash"

	"github.com/go-python/gpython/py"
)

// Dict is Python's dict: any hashable key, in the order of insertion. The zero
// value is an empty dict.
type Dict struct {
	entries []entry
	index   []int32 // open addressing into entries: position+1, 0 empty, -1 deleted
	used    int     // places of index that are not 0
	n       int     // live entries
	// version changes with the set of keys, so that the position of a key may be
	// remembered.
	version uint64
}

type entry struct {
	hash uint64
	key  py.Object // nil: deleted
	val  py.Object
}

// Type implements py.Object.
func (*Dict) Type() *py.Type { return dictClass.py }

// NewDict returns an empty dict.
func NewDict() *Dict { return &Dict{} }

// Len returns the number of entries.
func (d *Dict) Len() int { return d.n }

var strSeed = maphash.MakeSeed()

func hashString(s string) uint64 { return maphash.String(strSeed, s) }

// GetString returns the value of a str key, or nil.
func (d *Dict) GetString(key string) py.Object {
	if d.n == 0 {
		return nil
	}
	if i := d.findString(key, hashString(key)); i >= 0 {
		return d.entries[i].val
	}
	return nil
}

// SetString sets the value of a str key.
func (d *Dict) SetString(key string, v py.Object) {
	h := hashString(key)
	if i := d.findString(key, h); i >= 0 {
		d.entries[i].val = v
		return
	}
	d.insert(h, py.String(key), v)
}

// DelString removes a str key; it reports whether it was there.
func (d *Dict) DelString(key string) bool {
	i := d.findString(key, hashString(key))
	if i < 0 {
		return false
	}
	d.remove(i)
	return true
}

// Each calls f with the keys and values in order until it returns false. f may
// change values, not keys.
func (d *Dict) Each(f func(k, v py.Object) bool) {
	for i := range d.entries {
		if e := &d.entries[i]; e.key != nil && !f(e.key, e.val) {
			return
		}
	}
}

// findString looks for a str key. Other keys that equal a str are instances of
// subclasses of str, which findString compares by their text.
func (d *Dict) findString(key string, h uint64) int {
	if len(d.index) == 0 {
		for i := range d.entries {
			e := &d.entries[i]
			if e.hash == h {
				if s, ok := e.key.(py.String); ok && string(s) == key {
					return i
				}
				if s, ok := textOf(e.key); ok && s == key {
					return i
				}
			}
		}
		return -1
	}
	mask := uint64(len(d.index) - 1)
	for p := h & mask; ; p = (p + 1) & mask {
		switch k := d.index[p]; {
		case k == 0:
			return -1
		case k > 0:
			e := &d.entries[k-1]
			if e.hash == h {
				if s, ok := e.key.(py.String); ok && string(s) == key {
					return int(k - 1)
				}
				if s, ok := textOf(e.key); ok && s == key {
					return int(k - 1)
				}
			}
		}
	}
}

// textOf is the text of a str or of an instance of a subclass.
func textOf(o py.Object) (string, bool) {
	switch x := o.(type) {
	case py.String:
		return string(x), true
	case *Instance:
		s, ok := x.base.(py.String)
		return string(s), ok
	}
	return "", false
}

// find returns the position of a key, or -1.
func (d *Dict) find(c *Context, key py.Object) (int, uint64, error) {
	if s, ok := key.(py.String); ok {
		h := hashString(string(s))
		return d.findString(string(s), h), h, nil
	}
	h, err := c.hashKey(key)
	if err != nil {
		return -1, 0, err
	}
	i, err := d.findKey(c, key, h)
	return i, h, err
}

func (d *Dict) findKey(c *Context, key py.Object, h uint64) (int, error) {
again:
	if len(d.index) == 0 {
		for i := range d.entries {
			e := &d.entries[i]
			if e.hash != h || e.key == nil {
				continue
			}
			version := d.version
			same, err := c.sameKey(e.key, key)
			if err != nil {
				return -1, err
			}
			if d.version != version {
				goto again
			}
			if same {
				return i, nil
			}
		}
		return -1, nil
	}
	mask := uint64(len(d.index) - 1)
	for p := h & mask; ; p = (p + 1) & mask {
		k := d.index[p]
		if k == 0 {
			return -1, nil
		}
		if k < 0 {
			continue
		}
		e := &d.entries[k-1]
		if e.hash != h {
			continue
		}
		version := d.version
		same, err := c.sameKey(e.key, key)
		if err != nil {
			return -1, err
		}
		if d.version != version {
			// The comparison changed the dict.
			goto again
		}
		if same {
			return int(k - 1), nil
		}
	}
}

// smallDict is how many entries are searched without an index.
const smallDict = 8

func (d *Dict) insert(h uint64, key, v py.Object) {
	d.version++
	if len(d.entries) == cap(d.entries) && d.n < len(d.entries)*3/4 {
		d.compact()
	}
	d.entries = append(d.entries, entry{h, key, v})
	d.n++
	if len(d.index) == 0 && len(d.entries) <= smallDict {
		return
	}
	if (max(d.used, len(d.entries))+1)*3 >= len(d.index)*2 {
		d.reindex()
		return
	}
	d.place(h, int32(len(d.entries)))
}

func (d *Dict) place(h uint64, at int32) {
	mask := uint64(len(d.index) - 1)
	p := h & mask
	for d.index[p] > 0 {
		p = (p + 1) & mask
	}
	if d.index[p] == 0 {
		d.used++
	}
	d.index[p] = at
}

// compact drops deleted entries.
func (d *Dict) compact() {
	live := d.entries[:0]
	for _, e := range d.entries {
		if e.key != nil {
			live = append(live, e)
		}
	}
	clear(d.entries[len(live):])
	d.entries = live
	if len(d.index) > 0 {
		d.reindex()
	}
}

func (d *Dict) reindex() {
	size := 16
	for size < len(d.entries)*2 {
		size *= 2
	}
	if len(d.index) == size {
		clear(d.index)
	} else {
		d.index = make([]int32, size)
	}
	d.used = 0
	for i := range d.entries {
		if d.entries[i].key != nil {
			d.place(d.entries[i].hash, int32(i+1))
		}
	}
}

func (d *Dict) remove(i int) {
	d.version++
	e := &d.entries[i]
	if len(d.index) > 0 {
		mask := uint64(len(d.index) - 1)
		p := e.hash & mask
		for d.index[p] != int32(i+1) {
			p = (p + 1) & mask
		}
		d.index[p] = -1
	}
	*e = entry{}
	d.n--
	if d.n == 0 {
		d.Clear()
		return
	}
	if i == len(d.entries)-1 {
		d.entries = d.entries[:i]
	} else if len(d.entries) > 32 && d.n < len(d.entries)/4 {
		d.compact()
	}
}

// Clear removes all entries.
func (d *Dict) Clear() {
	d.version++
	clear(d.entries)
	d.entries = d.entries[:0]
	d.index = nil
	d.used, d.n = 0, 0
}

// copyOf returns a dict with the same entries.
func (d *Dict) copyOf() *Dict {
	out := &Dict{n: d.n}
	if d.n == 0 {
		return out
	}
	out.entries = make([]entry, 0, d.n)
	for _, e := range d.entries {
		if e.key != nil {
			out.entries = append(out.entries, e)
		}
	}
	if len(out.entries) > smallDict {
		out.reindex()
	}
	return out
}

// get returns the value of a key, or nil.
func (d *Dict) get(c *Context, key py.Object) (py.Object, error) {
	i, _, err := d.find(c, key)
	if i < 0 || err != nil {
		return nil, err
	}
	return d.entries[i].val, nil
}

// set sets the value of a key.
func (d *Dict) set(c *Context, key, v py.Object) error {
	i, h, err := d.find(c, key)
	if err != nil {
		return err
	}
	if i >= 0 {
		d.entries[i].val = v
		return nil
	}
	if d.n >= maxItems {
		return memoryErr()
	}
	d.insert(h, key, v)
	return nil
}

// pop removes a key and returns its value, or nil.
func (d *Dict) pop(c *Context, key py.Object) (py.Object, error) {
	i, _, err := d.find(c, key)
	if i < 0 || err != nil {
		return nil, err
	}
	v := d.entries[i].val
	d.remove(i)
	return v, nil
}

// walk iterates over a dict; it fails when the keys change meanwhile.
type dictIter struct {
	d    *Dict
	i    int
	n    int
	what byte // 'k', 'v' or 'i'
	back bool
}

// Type implements py.Object.
func (it *dictIter) Type() *py.Type {
	switch {
	case it.back && it.what == 'v':
		return dictRevValueClass.py
	case it.back && it.what == 'i':
		return dictRevItemClass.py
	case it.back:
		return dictRevKeyClass.py
	}
	switch it.what {
	case 'v':
		return dictValueIterClass.py
	case 'i':
		return dictItemIterClass.py
	}
	return dictKeyIterClass.py
}

func (it *dictIter) next(*Context) (py.Object, error) {
	if it.d == nil {
		return nil, nil
	}
	if it.n != it.d.n {
		it.d = nil
		return nil, raise(runtimeError, "dictionary changed size during iteration")
	}
	for {
		var e *entry
		if it.back {
			if it.i < 0 {
				it.d = nil
				return nil, nil
			}
			if it.i >= len(it.d.entries) {
				it.i = len(it.d.entries) - 1
				continue
			}
			e = &it.d.entries[it.i]
			it.i--
		} else {
			if it.i >= len(it.d.entries) {
				it.d = nil
				return nil, nil
			}
			e = &it.d.entries[it.i]
			it.i++
		}
		if e.key == nil {
			continue
		}
		switch it.what {
		case 'k':
			return e.key, nil
		case 'v':
			return e.val, nil
		}
		return py.Tuple{e.key, e.val}, nil
	}
}

func (d *Dict) iter(what byte) *dictIter { return &dictIter{d: d, n: d.n, what: what} }

func (d *Dict) reversed(what byte) *dictIter {
	return &dictIter{d: d, n: d.n, what: what, back: true, i: len(d.entries) - 1}
}

// dictView is what keys(), values() and items() return.
type dictView struct {
	d    *Dict
	what byte
}

// Type implements py.Object.
func (v *dictView) Type() *py.Type { return v.class().py }

func (v *dictView) class() *Class {
	switch v.what {
	case 'v':
		return dictValuesClass
	case 'i':
		return dictItemsClass
	}
	return dictKeysClass
}

// M__len__ lets gpython's functions measure it.
func (d *Dict) M__len__() (py.Object, error) { return py.Int(d.n), nil }

// Set is Python's set, and frozenset if it is frozen.
type Set struct {
	d      Dict
	frozen bool
	hash   uint64
	hashed bool
}

// Type implements py.Object.
func (s *Set) Type() *py.Type { return s.class().py }

func (s *Set) class() *Class {
	if s.frozen {
		return frozensetClass
	}
	return setClass
}

func (s *Set) add(c *Context, o py.Object) error {
	i, h, err := s.d.find(c, o)
	if err != nil || i >= 0 {
		return err
	}
	if s.d.n >= maxItems {
		return memoryErr()
	}
	s.d.insert(h, o, py.None)
	return nil
}

func (s *Set) has(c *Context, o py.Object) (bool, error) {
	i, _, err := s.d.find(c, o)
	return i >= 0, err
}

func (s *Set) copyOf(frozen bool) *Set { return &Set{d: *s.d.copyOf(), frozen: frozen} }

// setIter iterates over the members as they are when it begins; it fails when
// their number changes meanwhile.
type setIter struct {
	s     *Set
	items []py.Object
	i, n  int
}

// Type implements py.Object.
func (*setIter) Type() *py.Type { return setIterClass.py }

func (it *setIter) next(*Context) (py.Object, error) {
	if it.s == nil {
		return nil, nil
	}
	if it.n != it.s.d.n {
		it.s = nil
		return nil, raise(runtimeError, "Set changed size during iteration")
	}
	if it.i >= len(it.items) {
		it.s = nil
		return nil, nil
	}
	it.i++
	return it.items[it.i-1], nil
}

// iterator is what iter() returns for the engine's own types. next returns nil,
// nil at the end.
type iterator interface {
	py.Object
	next(c *Context) (py.Object, error)
}
