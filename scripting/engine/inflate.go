package engine

import (
	"errors"
)

// inflater decompresses DEFLATE (RFC 1951) as its input comes, for zlib's
// decompressobj: Go's own reader cannot go on after the end of what it was given.
// A symbol for which bits are missing is left for the next call.
type inflater struct {
	in    []byte // not used up yet
	bits  uint32
	nbits uint

	state  inflateState
	last   bool // this block is the last
	stored int  // bytes left of a stored block
	lit    huffman
	dist   huffman

	window []byte // the last 32 KiB of output and what the call has made
	made   int    // of which by this call
	copyN  int    // of a match that did not fit
	copyD  int
}

type inflateState uint8

const (
	inflateHeader inflateState = iota
	inflateStored
	inflateCodes
	inflateDone
)

// errMoreInput means that the input is used up.
var errMoreInput = errors.New("more input is needed")

// huffman is a canonical code: how many codes of each length, and their symbols in
// order. quick finds short codes at once: symbol<<4 | length.
type huffman struct {
	count  [16]uint16
	symbol []uint16
	quick  [512]uint16
}

// build makes a code of the lengths of its symbols. left is what they leave unused:
// negative means too many codes.
func (h *huffman) build(lengths []byte) (left int) {
	h.count = [16]uint16{}
	for _, n := range lengths {
		h.count[n]++
	}
	left = 1
	for n := 1; n < 16; n++ {
		left = left<<1 - int(h.count[n])
		if left < 0 {
			return left
		}
	}
	var offs, next [16]uint16
	code := uint16(0)
	for n := 1; n < 15; n++ {
		offs[n+1] = offs[n] + h.count[n]
	}
	for n := 1; n < 16; n++ {
		next[n] = code
		code = (code + h.count[n]) << 1
	}
	h.symbol = make([]uint16, len(lengths))
	clear(h.quick[:])
	for s, n := range lengths {
		if n == 0 {
			continue
		}
		h.symbol[offs[n]] = uint16(s)
		offs[n]++
		c := next[n]
		next[n]++
		if n <= 9 {
			// The code comes with its first bit lowest.
			rev := 0
			for i := range n {
				rev |= int(c>>i&1) << (n - 1 - i)
			}
			for ; rev < 512; rev += 1 << n {
				h.quick[rev] = uint16(s)<<4 | uint16(n)
			}
		}
	}
	if h.count[0] == uint16(len(lengths)) {
		return 0
	}
	return left
}

// fill gets up to 32 bits ready.
func (z *inflater) fill() {
	for z.nbits <= 24 && len(z.in) > 0 {
		z.bits |= uint32(z.in[0]) << z.nbits
		z.in = z.in[1:]
		z.nbits += 8
	}
}

// unread gives back whole bytes that were not needed.
func (z *inflater) unread(all []byte) {
	n := int(z.nbits / 8)
	z.in = all[len(all)-len(z.in)-n:]
	z.nbits -= uint(8 * n)
	z.bits &= 1<<z.nbits - 1
}

func (z *inflater) take(n uint) (uint32, error) {
	z.fill()
	if z.nbits < n {
		return 0, errMoreInput
	}
	v := z.bits & (1<<n - 1)
	z.bits >>= n
	z.nbits -= n
	return v, nil
}

// decode reads a symbol.
func (z *inflater) decode(h *huffman) (int, error) {
	z.fill()
	if q := h.quick[z.bits&511]; q != 0 && uint(q&15) <= z.nbits {
		z.bits >>= q & 15
		z.nbits -= uint(q & 15)
		return int(q >> 4), nil
	}
	code, first, index := 0, 0, 0
	bits := z.bits
	for n := 1; n < 16; n++ {
		if uint(n) > z.nbits {
			return 0, errMoreInput
		}
		code |= int(bits & 1)
		bits >>= 1
		count := int(h.count[n])
		if code-count < first {
			z.bits >>= n
			z.nbits -= uint(n)
			return int(h.symbol[index+code-first]), nil
		}
		index += count
		first = (first + count) << 1
		code <<= 1
	}
	return -1, nil
}

var (
	lengthBase  = [...]uint16{3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258}
	lengthExtra = [...]uint8{0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0}
	distBase    = [...]uint16{
		1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577,
	}
	distExtra = [...]uint8{0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13}
	codeOrder = [...]uint8{16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15}
)

var fixedLit, fixedDist = func() (l, d huffman) {
	lengths := make([]byte, 288)
	for i := range lengths {
		switch {
		case i < 144:
			lengths[i] = 8
		case i < 256:
			lengths[i] = 9
		case i < 280:
			lengths[i] = 7
		default:
			lengths[i] = 8
		}
	}
	l.build(lengths)
	short := make([]byte, 30)
	for i := range short {
		short[i] = 5
	}
	d.build(short)
	return l, d
}()

// run decompresses what it can, up to limit bytes (-1: any number); step is asked
// from time to time. The rest of the input is in z.in.
func (z *inflater) run(input []byte, limit int, step func(n int) error) ([]byte, error) {
	all := append(append([]byte(nil), z.in...), input...)
	z.in = all
	if n := len(z.window); n > 1<<15 {
		z.window = append([]byte(nil), z.window[n-1<<15:]...)
	}
	before := len(z.window)
	z.made = 0
	err := z.loop(limit, step)
	z.unread(all)
	if errors.Is(err, errMoreInput) {
		err = nil
	}
	return append([]byte(nil), z.window[before:]...), err
}

func (z *inflater) full(limit int) bool { return limit >= 0 && z.made >= limit }

func (z *inflater) loop(limit int, step func(n int) error) error {
	next := 1 << 14
	for z.state != inflateDone {
		if z.made >= next {
			if z.made > MaxAlloc {
				return memoryErr()
			}
			if err := step(1 << 14); err != nil {
				return err
			}
			next = z.made + 1<<14
		}
		var err error
		switch z.state {
		case inflateHeader:
			err = z.header()
		case inflateStored:
			if z.full(limit) {
				return nil
			}
			n := min(z.stored, len(z.in), 1<<14)
			if limit >= 0 {
				n = min(n, limit-z.made)
			}
			if n == 0 && z.stored > 0 {
				return errMoreInput
			}
			z.window = append(z.window, z.in[:n]...)
			z.in = z.in[n:]
			z.made += n
			if z.stored -= n; z.stored == 0 {
				z.endBlock()
			}
		case inflateCodes:
			if z.full(limit) {
				return nil
			}
			err = z.codes(limit)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (z *inflater) endBlock() {
	z.state = inflateHeader
	if z.last {
		z.state = inflateDone
	}
}

// header reads the header of a block, or nothing of it.
func (z *inflater) header() error {
	saveIn, saveBits, saveN := z.in, z.bits, z.nbits
	err := z.readHeader()
	if errors.Is(err, errMoreInput) {
		z.in, z.bits, z.nbits = saveIn, saveBits, saveN
	}
	return err
}

func (z *inflater) readHeader() error {
	v, err := z.take(3)
	if err != nil {
		return err
	}
	z.last = v&1 != 0
	switch v >> 1 {
	case 0:
		rest := z.nbits % 8
		z.bits >>= rest
		z.nbits -= rest
		lo, err := z.take(16)
		if err != nil {
			return err
		}
		hi, err := z.take(16)
		if err != nil {
			return err
		}
		if lo != ^hi&0xffff {
			return errors.New("invalid stored block lengths")
		}
		// What lies in the bits are whole bytes of the block.
		z.stored, z.state = int(lo), inflateStored
		n := z.nbits / 8
		if n > 0 {
			var b [4]byte
			for i := range n {
				b[i] = byte(z.bits >> (8 * i))
			}
			z.in = append(append([]byte(nil), b[:n]...), z.in...)
			z.bits, z.nbits = 0, 0
		}
		if z.stored == 0 {
			z.endBlock()
		}
		return nil
	case 1:
		z.lit, z.dist = fixedLit, fixedDist
		z.state = inflateCodes
		return nil
	case 2:
		return z.dynamic()
	}
	return errors.New("invalid block type")
}

func (z *inflater) dynamic() error {
	v, err := z.take(14)
	if err != nil {
		return err
	}
	nlit, ndist, ncode := int(v&31)+257, int(v>>5&31)+1, int(v>>10)+4
	if nlit > 286 || ndist > 30 {
		return errors.New("too many length or distance symbols")
	}
	var lengths [320]byte
	for i := range ncode {
		v, err := z.take(3)
		if err != nil {
			return err
		}
		lengths[codeOrder[i]] = byte(v)
	}
	var h huffman
	if h.build(lengths[:19]) != 0 {
		return errors.New("invalid code lengths set")
	}
	lengths = [320]byte{}
	for i := 0; i < nlit+ndist; {
		s, err := z.decode(&h)
		if err != nil {
			return err
		}
		if s < 0 {
			return errors.New("invalid code lengths set")
		}
		if s < 16 {
			lengths[i] = byte(s)
			i++
			continue
		}
		n, base, value := uint(2), 3, byte(0)
		switch s {
		case 16:
			if i == 0 {
				return errors.New("invalid bit length repeat")
			}
			value = lengths[i-1]
		case 17:
			n = 3
		case 18:
			n, base = 7, 11
		}
		v, err := z.take(n)
		if err != nil {
			return err
		}
		count := base + int(v)
		if i+count > nlit+ndist {
			return errors.New("invalid bit length repeat")
		}
		for range count {
			lengths[i] = value
			i++
		}
	}
	if lengths[256] == 0 {
		return errors.New("invalid code -- missing end-of-block")
	}
	if left := z.lit.build(lengths[:nlit]); left != 0 && (left < 0 || nlit != int(z.lit.count[0])+int(z.lit.count[1])) {
		return errors.New("invalid literal/lengths set")
	}
	if left := z.dist.build(lengths[nlit : nlit+ndist]); left != 0 && (left < 0 || ndist != int(z.dist.count[0])+int(z.dist.count[1])) {
		return errors.New("invalid distances set")
	}
	z.state = inflateCodes
	return nil
}

// codes decodes symbols until something is to be looked at.
func (z *inflater) codes(limit int) error {
	for range 4096 {
		if z.copyN > 0 {
			z.copyMatch(limit)
			if z.copyN > 0 {
				return nil
			}
		}
		if z.full(limit) {
			return nil
		}
		saveIn, saveBits, saveN := z.in, z.bits, z.nbits
		done, err := z.symbol()
		if errors.Is(err, errMoreInput) {
			z.in, z.bits, z.nbits = saveIn, saveBits, saveN
		}
		if err != nil {
			return err
		}
		if done {
			z.endBlock()
			return nil
		}
	}
	return nil
}

func (z *inflater) symbol() (done bool, err error) {
	s, err := z.decode(&z.lit)
	if err != nil {
		return false, err
	}
	switch {
	case s == 256:
		return true, nil
	case s >= 0 && s < 256:
		z.window = append(z.window, byte(s))
		z.made++
		return false, nil
	case s < 0 || s > 285:
		return false, errors.New("invalid literal/length code")
	}
	extra, err := z.take(uint(lengthExtra[s-257]))
	if err != nil {
		return false, err
	}
	n := int(lengthBase[s-257]) + int(extra)
	d, err := z.decode(&z.dist)
	if err != nil {
		return false, err
	}
	if d < 0 || d > 29 {
		return false, errors.New("invalid distance code")
	}
	if extra, err = z.take(uint(distExtra[d])); err != nil {
		return false, err
	}
	dist := int(distBase[d]) + int(extra)
	if dist > len(z.window) {
		return false, errors.New("invalid distance too far back")
	}
	z.copyN, z.copyD = n, dist
	return false, nil
}

func (z *inflater) copyMatch(limit int) {
	n := z.copyN
	if limit >= 0 {
		n = min(n, limit-z.made)
	}
	at := len(z.window) - z.copyD
	for i := range n {
		z.window = append(z.window, z.window[at+i])
	}
	z.made += n
	z.copyN -= n
}
