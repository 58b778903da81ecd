package engine

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"hash/adler32"
	"hash/crc32"

	"github.com/go-python/gpython/py"
)

// Module zlib: compress, decompress, compressobj, decompressobj, crc32, adler32, with
// the three wrappings (zlib, gzip, none) by wbits. What compress() makes is not byte
// for byte what the C library makes; any zlib reads it. Differs: window sizes,
// memLevel, strategy and dictionaries are not used.

var (
	zlibError     = declareIn("zlib", "error", exceptionClass)
	compressObj   = declareFinalIn("zlib", "Compress")
	decompressObj = declareFinalIn("zlib", "Decompress")
)

const (
	zSyncFlush = 2
	zFullFlush = 3
	zFinish    = 4
)

func zlibErr(format string, a ...any) error { return raise(zlibError, format, a...) }

// zWrap is what is round the compressed data.
type zWrap uint8

const (
	wrapZlib zWrap = iota
	wrapGzip
	wrapRaw
	wrapAny // zlib or gzip
)

func wrapOf(wbits int, compress bool) (zWrap, error) {
	switch {
	case wbits >= 9 && wbits <= 15, wbits == 0 && !compress, wbits == 8 && !compress:
		return wrapZlib, nil
	case wbits >= -15 && wbits <= -8:
		return wrapRaw, nil
	case wbits >= 24 && wbits <= 31:
		return wrapGzip, nil
	case wbits >= 40 && wbits <= 47 && !compress, wbits == 32 && !compress:
		return wrapAny, nil
	}
	return 0, raise(valueError, "Invalid initialization option")
}

// deflater is an instance of zlib.Compress.
type deflater struct {
	out   bytes.Buffer
	w     *flate.Writer
	wrap  zWrap
	level int
	sum   uint32
	size  uint32
	begun bool
	ended bool
}

// Type implements py.Object.
func (*deflater) Type() *py.Type { return compressObj.py }

func (*deflater) class() *Class { return compressObj }

func newDeflater(level int, wrap zWrap) (*deflater, error) {
	if level < -1 || level > 9 {
		return nil, zlibErr("Bad compression level")
	}
	d := &deflater{wrap: wrap, level: level, sum: 1}
	if wrap == wrapGzip {
		d.sum = 0
	}
	var err error
	d.w, err = flate.NewWriter(&d.out, level)
	return d, err
}

func (d *deflater) begin() {
	if d.begun {
		return
	}
	d.begun = true
	switch d.wrap {
	case wrapZlib:
		flevel := byte(0x9c)
		switch {
		case d.level >= 0 && d.level < 2:
			flevel = 0x01
		case d.level >= 2 && d.level < 6:
			flevel = 0x5e
		case d.level > 6:
			flevel = 0xda
		}
		d.out.Write([]byte{0x78, flevel})
	case wrapGzip:
		xfl := byte(0)
		switch d.level {
		case 9:
			xfl = 2
		case 1:
			xfl = 4
		}
		d.out.Write([]byte{0x1f, 0x8b, 8, 0, 0, 0, 0, 0, xfl, 3})
	}
}

func (d *deflater) write(c *Context, b []byte) error {
	d.begin()
	for len(b) > 0 {
		n := min(len(b), 64<<10)
		if err := c.steps(n >> 6); err != nil {
			return err
		}
		if _, err := d.w.Write(b[:n]); err != nil {
			return err
		}
		switch d.wrap {
		case wrapZlib:
			d.sum = adlerUpdate(d.sum, b[:n])
		case wrapGzip:
			d.sum = crc32.Update(d.sum, crc32.IEEETable, b[:n])
		}
		d.size += uint32(n)
		b = b[n:]
	}
	return nil
}

func (d *deflater) finish() error {
	d.begin()
	d.ended = true
	if err := d.w.Close(); err != nil {
		return err
	}
	switch d.wrap {
	case wrapZlib:
		return binary.Write(&d.out, binary.BigEndian, d.sum)
	case wrapGzip:
		return binary.Write(&d.out, binary.LittleEndian, []uint32{d.sum, d.size})
	}
	return nil
}

func (d *deflater) taken() py.Object {
	b := append([]byte{}, d.out.Bytes()...)
	d.out.Reset()
	return py.Bytes(b)
}

// adlerUpdate goes on with an Adler-32.
func adlerUpdate(sum uint32, p []byte) uint32 {
	const mod = 65521
	if sum == 1 {
		return adler32.Checksum(p)
	}
	a, b := sum&0xffff, sum>>16
	for len(p) > 0 {
		n := min(len(p), 5552)
		for _, x := range p[:n] {
			a += uint32(x)
			b += a
		}
		a %= mod
		b %= mod
		p = p[n:]
	}
	return b<<16 | a
}

// unzipper is an instance of zlib.Decompress: the wrapping, and within it an
// inflater.
type unzipper struct {
	wrap       zWrap
	z          inflater
	head       []byte // of the header, while it is not complete
	body       bool   // the header is behind
	tail       []byte // of the checksum
	sum, size  uint32
	eof        bool
	unused     []byte
	unconsumed []byte
}

// Type implements py.Object.
func (*unzipper) Type() *py.Type { return decompressObj.py }

func (*unzipper) class() *Class { return decompressObj }

// header reads what comes before the data; more means that it is not complete.
func (u *unzipper) header(b []byte) (rest []byte, more bool, err error) {
	if u.wrap == wrapRaw {
		return b, false, nil
	}
	if len(b) == 0 {
		return nil, true, nil
	}
	if u.wrap == wrapAny {
		if b[0] == 0x1f {
			u.wrap = wrapGzip
		} else {
			u.wrap = wrapZlib
		}
	}
	if u.wrap == wrapZlib {
		u.sum = 1
		if len(b) < 2 {
			return nil, true, nil
		}
		switch {
		case (uint(b[0])<<8|uint(b[1]))%31 != 0:
			return nil, false, errors.New("incorrect header check")
		case b[0]&15 != 8:
			return nil, false, errors.New("unknown compression method")
		case b[0]>>4 > 7:
			return nil, false, errors.New("invalid window size")
		}
		return b[2:], false, nil
	}
	if len(b) >= 2 && (b[0] != 0x1f || b[1] != 0x8b) || b[0] != 0x1f {
		return nil, false, errors.New("incorrect header check")
	}
	if len(b) < 10 {
		return nil, true, nil
	}
	if b[2] != 8 {
		return nil, false, errors.New("unknown compression method")
	}
	flags := b[3]
	at := 10
	if flags&4 != 0 {
		if len(b) < at+2 {
			return nil, true, nil
		}
		at += 2 + int(b[at]) + int(b[at+1])<<8
	}
	for _, bit := range [...]byte{8, 16} {
		if flags&bit == 0 {
			continue
		}
		for {
			if at >= len(b) {
				return nil, true, nil
			}
			at++
			if b[at-1] == 0 {
				break
			}
		}
	}
	if flags&2 != 0 {
		at += 2
	}
	if len(b) < at {
		return nil, true, nil
	}
	return b[at:], false, nil
}

// run decompresses input, up to limit bytes.
func (u *unzipper) run(c *Context, input []byte, limit int) ([]byte, error) {
	if u.eof {
		u.unused = append(u.unused, input...)
		return nil, nil
	}
	if !u.body {
		u.head = append(u.head, input...)
		rest, more, err := u.header(u.head)
		if more || err != nil {
			return nil, err
		}
		u.body, u.head = true, nil
		input = append([]byte(nil), rest...)
	}
	var out []byte
	if u.z.state != inflateDone {
		var err error
		out, err = u.z.run(input, limit, func(n int) error { return c.steps(n >> 6) })
		if err != nil {
			return nil, err
		}
		switch u.wrap {
		case wrapZlib:
			u.sum = adlerUpdate(u.sum, out)
		case wrapGzip:
			u.sum = crc32.Update(u.sum, crc32.IEEETable, out)
		}
		u.size += uint32(len(out))
		if u.z.state != inflateDone {
			return out, nil
		}
		input, u.z.in = u.z.in, nil
	}
	need := map[zWrap]int{wrapZlib: 4, wrapGzip: 8}[u.wrap]
	n := min(need-len(u.tail), len(input))
	u.tail = append(u.tail, input[:n]...)
	if len(u.tail) < need {
		return out, nil
	}
	switch u.wrap {
	case wrapZlib:
		if binary.BigEndian.Uint32(u.tail) != u.sum {
			return nil, errors.New("incorrect data check")
		}
	case wrapGzip:
		if binary.LittleEndian.Uint32(u.tail) != u.sum {
			return nil, errors.New("incorrect data check")
		}
		if binary.LittleEndian.Uint32(u.tail[4:]) != u.size {
			return nil, errors.New("incorrect length check")
		}
	}
	u.eof = true
	u.unused = append([]byte(nil), input[n:]...)
	return out, nil
}

// rest is the input that was not used because of the limit.
func (u *unzipper) rest() []byte {
	if u.eof || u.z.state == inflateDone {
		return nil
	}
	b := u.z.in
	u.z.in = nil
	return b
}

// zlibFailed makes zlib's error of what went wrong.
func zlibFailed(c *Context, err error) error {
	if _, ok := err.(*Exc); ok {
		return err
	}
	return zlibErr("Error -3 while decompressing data: %v", err)
}

// checksum is crc32 and adler32.
func checksum(start uint32, f func(sum uint32, p []byte) uint32) nativeFn {
	return func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
		b, err := bytesOf(a[0], needBytes)
		if err != nil {
			return nil, err
		}
		sum := start
		if a[1] != nil {
			v, err := c.indexObject(a[1])
			if err != nil {
				return nil, err
			}
			n, _ := bigOf(v)
			sum = uint32(n.Uint64())
			if n.Sign() < 0 {
				sum = -sum
			}
		}
		return py.Int(f(sum, b)), c.work(len(b))
	}
}

func crcUpdate(sum uint32, p []byte) uint32 { return crc32.Update(sum, crc32.IEEETable, p) }

func init() {
	zlibError.make, zlibError.init = newExc, initExc
	m := newGoModule("zlib", "Compression as gzip has it.")
	m.set("error", zlibError)
	for name, v := range map[string]int{
		"DEFLATED": 8, "DEF_BUF_SIZE": 16384, "DEF_MEM_LEVEL": 8, "MAX_WBITS": 15, "Z_BEST_COMPRESSION": 9, "Z_BEST_SPEED": 1, "Z_BLOCK": 5,
		"Z_DEFAULT_COMPRESSION": -1, "Z_DEFAULT_STRATEGY": 0, "Z_FILTERED": 1, "Z_FINISH": zFinish, "Z_FIXED": 4, "Z_FULL_FLUSH": zFullFlush,
		"Z_HUFFMAN_ONLY": 2, "Z_NO_COMPRESSION": 0, "Z_NO_FLUSH": 0, "Z_PARTIAL_FLUSH": 1, "Z_RLE": 3, "Z_SYNC_FLUSH": zSyncFlush, "Z_TREES": 6,
	} {
		m.set(name, py.Int(v))
	}
	m.set("ZLIB_VERSION", py.String("1.2.13"))
	m.set("ZLIB_RUNTIME_VERSION", py.String("1.2.13"))
	m.fn("crc32", "data value? /", checksum(0, crcUpdate))
	m.fn("adler32", "data value? /", checksum(1, adlerUpdate))
	m.fn("compress", "data / level? wbits?", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
		b, err := bytesOf(a[0], needBytes)
		if err != nil {
			return nil, err
		}
		level, err := c.optIndex(a[1], -1)
		if err != nil {
			return nil, err
		}
		wbits, err := c.optIndex(a[2], 15)
		if err != nil {
			return nil, err
		}
		wrap, err := wrapOf(wbits, true)
		if err != nil {
			return nil, zlibErr("Bad compression level")
		}
		d, err := newDeflater(level, wrap)
		if err != nil {
			return nil, err
		}
		if err := d.write(c, b); err != nil {
			return nil, err
		}
		if err := d.finish(); err != nil {
			return nil, err
		}
		return d.taken(), nil
	})
	m.fn("decompress", "data / wbits? bufsize?", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
		b, err := bytesOf(a[0], needBytes)
		if err != nil {
			return nil, err
		}
		wbits, err := c.optIndex(a[1], 15)
		if err != nil {
			return nil, err
		}
		wrap, err := wrapOf(wbits, false)
		if err != nil {
			return nil, zlibErr("Error -2 while preparing to decompress data: inconsistent stream state")
		}
		u := &unzipper{wrap: wrap}
		out, err := u.run(c, b, -1)
		if err != nil {
			return nil, zlibFailed(c, err)
		}
		if !u.eof {
			return nil, zlibErr("Error -5 while decompressing data: incomplete or truncated stream")
		}
		return py.Bytes(append([]byte{}, out...)), nil
	})
	m.fn("compressobj", "level? method? wbits? memLevel? strategy? zdict?", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
		level, err := c.optIndex(a[0], -1)
		if err != nil {
			return nil, err
		}
		wbits, err := c.optIndex(a[2], 15)
		if err != nil {
			return nil, err
		}
		wrap, err := wrapOf(wbits, true)
		if err != nil {
			return nil, err
		}
		if level < -1 || level > 9 {
			return nil, raise(valueError, "Invalid initialization option")
		}
		d, err := newDeflater(level, wrap)
		if err != nil {
			return nil, err
		}
		return d, nil
	})
	m.fn("decompressobj", "wbits? zdict?", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
		wbits, err := c.optIndex(a[0], 15)
		if err != nil {
			return nil, err
		}
		wrap, err := wrapOf(wbits, false)
		return &unzipper{wrap: wrap}, err
	})

	d := func(o py.Object) *deflater { return o.(*deflater) }
	compressObj.method("compress", "data /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		b, err := bytesOf(a[0], needBytes)
		if err != nil {
			return nil, err
		}
		if d(o).ended {
			return nil, zlibErr("Error -2 while compressing data: inconsistent stream state")
		}
		if err := d(o).write(c, b); err != nil {
			return nil, err
		}
		return d(o).taken(), nil
	})
	compressObj.method("flush", "mode? /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		mode, err := c.optIndex(a[0], zFinish)
		if err != nil {
			return nil, err
		}
		switch {
		case mode == 0:
			return py.Bytes{}, nil
		case d(o).ended:
			return nil, zlibErr("Error -2 while finishing compression: inconsistent stream state")
		case mode == zFinish:
			err = d(o).finish()
		default:
			d(o).begin()
			err = d(o).w.Flush()
		}
		return d(o).taken(), err
	})

	u := func(o py.Object) *unzipper { return o.(*unzipper) }
	decompressObj.method("decompress", "data / max_length?", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		b, err := bytesOf(a[0], needBytes)
		if err != nil {
			return nil, err
		}
		limit, err := c.optIndex(a[1], 0)
		if err != nil {
			return nil, err
		}
		if limit < 0 {
			return nil, raise(valueError, "max_length must be non-negative")
		}
		if limit == 0 {
			limit = -1
		}
		out, err := u(o).run(c, b, limit)
		if err != nil {
			return nil, zlibFailed(c, err)
		}
		u(o).unconsumed = nil
		if limit > 0 {
			u(o).unconsumed = u(o).rest()
		}
		return py.Bytes(append([]byte{}, out...)), nil
	})
	decompressObj.method("flush", "length? /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		out, err := u(o).run(c, u(o).unconsumed, -1)
		u(o).unconsumed = nil
		if err != nil {
			return nil, zlibFailed(c, err)
		}
		return py.Bytes(append([]byte{}, out...)), nil
	})
	decompressObj.getter("eof", func(_ *Context, o py.Object) (py.Object, error) { return py.NewBool(u(o).eof), nil })
	decompressObj.getter("unused_data", func(_ *Context, o py.Object) (py.Object, error) {
		return py.Bytes(append([]byte{}, u(o).unused...)), nil
	})
	decompressObj.getter("unconsumed_tail", func(_ *Context, o py.Object) (py.Object, error) {
		return py.Bytes(append([]byte{}, u(o).unconsumed...)), nil
	})
}
