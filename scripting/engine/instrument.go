package engine

import (
	"fmt"
	"slices"
	"strings"

	"github.com/go-python/gpython/py"
	"github.com/go-python/gpython/vm"
)

// A slot is a placeholder among the constants of an instrumented code object.
// A Program is shared by contexts, but checks and guarded operators belong to
// one context, so each context replaces the slots when it instantiates the
// program.
type slot struct {
	kind slotKind
	arg  int32 // slotMakeFunc: argument of MAKE_FUNCTION/MAKE_CLOSURE; slotPending: line
	n    int32 // slotMakeFunc: number of decorators
	clos bool  // slotMakeFunc: a closure tuple is on the stack
}

type slotKind uint8

const (
	slotEntry     slotKind = iota // check at function entry
	slotLoop                      // check at a loop head
	slotPending                   // re-raise what FOR_ITER swallowed
	slotIter                      // iter() that remembers errors for slotPending
	slotYieldFrom                 // iter() for yield from, checked at every resumption
	slotEq
	slotNe
	slotIs
	slotIsNot
	slotIn
	slotNotIn
	slotAdd
	slotIAdd
	slotMul
	slotIMul
	slotMod
	slotPow
	slotIPow
	slotLsh
	slotILsh
	slotSubscr
	slotTruth
	slotNot
	slotSuper
	slotMakeFunc
)

// Type makes a slot fit among the constants; it is never seen by a script.
func (slot) Type() *py.Type { return guardType }

// ins is one decoded instruction. A jump refers to its target by index into the
// decoded list, so that instructions can be inserted without fix-ups.
type ins struct {
	op     vm.OpCode
	arg    uint32
	line   int32
	target int // index of the jump target in the decoded list, or -1
}

func isRelJump(op vm.OpCode) bool {
	switch op {
	case vm.JUMP_FORWARD, vm.SETUP_WITH, vm.FOR_ITER, vm.SETUP_LOOP, vm.SETUP_EXCEPT, vm.SETUP_FINALLY:
		return true
	}
	return false
}

func isAbsJump(op vm.OpCode) bool {
	switch op {
	case vm.JUMP_IF_FALSE_OR_POP, vm.JUMP_IF_TRUE_OR_POP, vm.JUMP_ABSOLUTE,
		vm.POP_JUMP_IF_FALSE, vm.POP_JUMP_IF_TRUE, vm.CONTINUE_LOOP:
		return true
	}
	return false
}

// decode splits code into instructions with their lines and resolved jumps.
func decode(co *py.Code) ([]ins, error) {
	code := co.Code
	list := make([]ins, 0, len(code)/2)
	index := make(map[int]int, len(code)/2) // byte position -> index
	var ext uint32
	start := 0
	next := make([]int, 0, len(code)/2) // position after each instruction
	for pos := 0; pos < len(code); {
		op := vm.OpCode(code[pos])
		if ext == 0 {
			start = pos
		}
		pos++
		var arg uint32
		if op.HAS_ARG() {
			if pos+2 > len(code) {
				return nil, fmt.Errorf("engine: truncated byte code in %s", co.Name)
			}
			arg = uint32(code[pos]) | uint32(code[pos+1])<<8
			pos += 2
		}
		if op == vm.EXTENDED_ARG {
			ext = arg << 16
			index[start] = len(list)
			continue
		}
		index[start] = len(list)
		list = append(list, ins{op: op, arg: arg | ext, line: co.Addr2Line(int32(start)), target: -1})
		next = append(next, pos)
		ext = 0
	}
	for i := range list {
		var to int
		switch {
		case isRelJump(list[i].op):
			to = next[i] + int(list[i].arg)
		case isAbsJump(list[i].op):
			to = int(list[i].arg)
		default:
			continue
		}
		if to == len(code) {
			list[i].target = len(list)
			continue
		}
		t, ok := index[to]
		if !ok {
			return nil, fmt.Errorf("engine: jump into the middle of an instruction in %s", co.Name)
		}
		list[i].target = t
	}
	return list, nil
}

// encode assembles list (whose targets are indexes into list) into co.
func encode(co *py.Code, list []ins) error {
	pos := make([]uint32, len(list)+1)
	// Sizes depend on addresses and the other way round; sizes only grow, so this
	// ends. Code beyond 64 KiB is the only reason for more than two rounds.
	wide := make([]bool, len(list))
	for i := range list {
		wide[i] = list[i].target < 0 && list[i].op.HAS_ARG() && list[i].arg > 0xFFFF
	}
	for {
		p := uint32(0)
		for i := range list {
			pos[i] = p
			switch {
			case !list[i].op.HAS_ARG():
				p++
			case wide[i]:
				p += 6
			default:
				p += 3
			}
		}
		pos[len(list)] = p
		grown := false
		for i := range list {
			if list[i].target < 0 {
				continue
			}
			to := pos[list[i].target]
			if isRelJump(list[i].op) {
				if to < pos[i+1] {
					return fmt.Errorf("engine: relative jump backwards in %s", co.Name)
				}
				to -= pos[i+1]
			}
			list[i].arg = to
			if to > 0xFFFF && !wide[i] {
				wide[i], grown = true, true
			}
		}
		if !grown {
			break
		}
	}

	out := make([]byte, 0, pos[len(list)])
	var lnotab []byte
	lastPos, lastLine := uint32(0), co.Firstlineno
	for i := range list {
		in := &list[i]
		// The table has unsigned steps only, as that of CPython 3.4.
		if in.line > lastLine {
			dp, dl := pos[i]-lastPos, in.line-lastLine
			for dp > 255 {
				lnotab = append(lnotab, 255, 0)
				dp -= 255
			}
			for dl > 255 {
				lnotab = append(lnotab, byte(dp), 255)
				dp, dl = 0, dl-255
			}
			lnotab = append(lnotab, byte(dp), byte(dl))
			lastPos, lastLine = pos[i], in.line
		}
		if wide[i] {
			out = append(out, byte(vm.EXTENDED_ARG), byte(in.arg>>16), byte(in.arg>>24))
		}
		out = append(out, byte(in.op))
		if in.op.HAS_ARG() {
			out = append(out, byte(in.arg), byte(in.arg>>8))
		}
	}
	co.Code = string(out)
	co.Lnotab = string(lnotab)
	return nil
}

// rewriter instruments one code object.
type rewriter struct {
	co    *py.Code
	in    []ins
	out   []ins
	first []int // index in out of what replaces in[i], with its prefix
	slots map[slot]uint32
}

// instrument returns an instrumented copy of co and, recursively, of the code
// objects among its constants. attrs collects the names of attributes that the
// code assigns. With guard false the checks are left out (for measuring).
func instrument(co *py.Code, guard bool, attrs map[string]struct{}) (*py.Code, error) {
	in, err := decode(co)
	if err != nil {
		return nil, err
	}
	cp := *co
	cp.Consts = append(py.Tuple(nil), co.Consts...)
	for i, k := range cp.Consts {
		if sub, ok := k.(*py.Code); ok {
			if cp.Consts[i], err = instrument(sub, guard, attrs); err != nil {
				return nil, err
			}
		}
	}
	for i := range in {
		if in[i].op == vm.STORE_ATTR {
			attrs[co.Names[in[i].arg]] = struct{}{}
		}
	}
	r := &rewriter{co: &cp, in: in, first: make([]int, len(in)+1), slots: map[slot]uint32{}}
	r.rewrite(guard)
	if err := encode(&cp, r.out); err != nil {
		return nil, err
	}
	cp.Stacksize += 3
	cp.Flags |= flagInstrumented
	return &cp, nil
}

func (r *rewriter) constant(s slot) uint32 {
	if k, ok := r.slots[s]; ok {
		return k
	}
	k := uint32(len(r.co.Consts))
	r.co.Consts = append(r.co.Consts, s)
	r.slots[s] = k
	return k
}

func (r *rewriter) emit(op vm.OpCode, arg uint32, line int32) {
	r.out = append(r.out, ins{op: op, arg: arg, line: line, target: -1})
}

// check emits a call of the slot's M__bool__. It is the cheapest way from byte
// code to a Go method that can raise: two instructions, no allocation, no jump,
// since the method answers True or fails.
func (r *rewriter) check(s slot, line int32) {
	r.emit(vm.LOAD_CONST, r.constant(s), line)
	r.emit(vm.POP_JUMP_IF_FALSE, 0, line)
	r.out[len(r.out)-1].target = keepArg
}

// flagInstrumented marks code objects that went through instrument. gpython uses
// the low 19 bits only.
const flagInstrumented = 1 << 30

// keepArg marks a jump that is never taken: its argument stays as it is.
const keepArg = -2

// call2 replaces a binary operator by a call with the same stack effect.
func (r *rewriter) call2(s slot, line int32) {
	r.emit(vm.LOAD_CONST, r.constant(s), line)
	r.emit(vm.ROT_THREE, 0, line)
	r.emit(vm.CALL_FUNCTION, 2, line)
}

// call1 does the same for a unary operator.
func (r *rewriter) call1(s slot, line int32) {
	r.emit(vm.LOAD_CONST, r.constant(s), line)
	r.emit(vm.ROT_TWO, 0, line)
	r.emit(vm.CALL_FUNCTION, 1, line)
}

// boolBefore tells whether what instruction i tests is certainly a bool.
func (r *rewriter) boolBefore(i int, isTarget []bool) bool {
	if i == 0 || isTarget[i] {
		return false
	}
	return r.in[i-1].op == vm.COMPARE_OP || r.in[i-1].op == vm.UNARY_NOT
}

// scalarBefore tells whether the instruction before i loads a constant that is
// neither a container nor a string, or any constant that cannot nest.
func (r *rewriter) scalarBefore(i int, strings bool) bool {
	if i == 0 || r.in[i-1].op != vm.LOAD_CONST {
		return false
	}
	switch r.co.Consts[r.in[i-1].arg].(type) {
	case py.Int, py.Float, py.Bool, py.NoneType:
		return true
	case py.String, py.Bytes:
		return strings
	}
	return false
}

func (r *rewriter) rewrite(guard bool) {
	loopHead := make([]bool, len(r.in)+1)
	iterEnd := make([]bool, len(r.in)+1)
	isTarget := make([]bool, len(r.in)+1)
	iterLine := make([]int32, len(r.in)+1)
	for i := range r.in {
		t := r.in[i].target
		if t < 0 {
			continue
		}
		isTarget[t] = true
		if t <= i {
			loopHead[t] = true
		}
		if r.in[i].op == vm.FOR_ITER {
			iterEnd[t] = true
			iterLine[t] = r.in[i].line
		}
	}
	if guard && len(r.in) > 0 {
		// At the line of the definition where that is known: the first instruction's.
		r.check(slot{kind: slotEntry}, r.in[0].line)
	}
	for i := 0; i < len(r.in); i++ {
		in := r.in[i]
		r.first[i] = len(r.out)
		if guard && loopHead[i] {
			r.check(slot{kind: slotLoop}, in.line)
		}
		if iterEnd[i] {
			// gpython's FOR_ITER takes every error for the end of the loop.
			r.check(slot{kind: slotPending, arg: iterLine[i]}, in.line)
		}
		switch in.op {
		case vm.GET_ITER:
			if i+2 < len(r.in) && r.in[i+2].op == vm.YIELD_FROM {
				r.call1(slot{kind: slotYieldFrom}, in.line)
				continue
			}
			r.call1(slot{kind: slotIter}, in.line)
			continue
		case vm.COMPARE_OP:
			switch in.arg {
			case vm.PyCmp_EQ:
				if !r.scalarBefore(i, true) {
					r.call2(slot{kind: slotEq}, in.line)
					continue
				}
			case vm.PyCmp_NE:
				if !r.scalarBefore(i, true) {
					r.call2(slot{kind: slotNe}, in.line)
					continue
				}
			case vm.PyCmp_IS, vm.PyCmp_IS_NOT:
				// The VM's "is" panics on two tuples, two dicts or two bytes.
				if !r.scalarBefore(i, true) {
					r.call2(slot{kind: pick(in.arg == vm.PyCmp_IS, slotIs, slotIsNot)}, in.line)
					continue
				}
			case vm.PyCmp_IN:
				r.call2(slot{kind: slotIn}, in.line)
				continue
			case vm.PyCmp_NOT_IN:
				r.call2(slot{kind: slotNotIn}, in.line)
				continue
			}
		case vm.BINARY_ADD, vm.INPLACE_ADD:
			if !r.scalarBefore(i, true) {
				r.call2(slot{kind: pick(in.op == vm.BINARY_ADD, slotAdd, slotIAdd)}, in.line)
				continue
			}
		case vm.BINARY_MULTIPLY, vm.INPLACE_MULTIPLY:
			r.call2(slot{kind: pick(in.op == vm.BINARY_MULTIPLY, slotMul, slotIMul)}, in.line)
			continue
		case vm.BINARY_MODULO, vm.INPLACE_MODULO:
			r.call2(slot{kind: slotMod}, in.line)
			continue
		case vm.BINARY_POWER, vm.INPLACE_POWER:
			r.call2(slot{kind: pick(in.op == vm.BINARY_POWER, slotPow, slotIPow)}, in.line)
			continue
		case vm.BINARY_LSHIFT, vm.INPLACE_LSHIFT:
			r.call2(slot{kind: pick(in.op == vm.BINARY_LSHIFT, slotLsh, slotILsh)}, in.line)
			continue
		case vm.BINARY_SUBSCR:
			r.call2(slot{kind: slotSubscr}, in.line)
			continue
		case vm.UNARY_NOT:
			if !r.boolBefore(i, isTarget) {
				r.call1(slot{kind: slotNot}, in.line)
				continue
			}
		case vm.POP_JUMP_IF_FALSE, vm.POP_JUMP_IF_TRUE:
			// The VM takes instances of classes with __bool__ or __len__, and empty
			// bytes, for true.
			if !r.boolBefore(i, isTarget) {
				r.call1(slot{kind: slotTruth}, in.line)
			}
		case vm.JUMP_IF_FALSE_OR_POP, vm.JUMP_IF_TRUE_OR_POP:
			if !r.boolBefore(i, isTarget) {
				jump := vm.POP_JUMP_IF_FALSE
				if in.op == vm.JUMP_IF_TRUE_OR_POP {
					jump = vm.POP_JUMP_IF_TRUE
				}
				r.emit(vm.DUP_TOP, 0, in.line)
				r.call1(slot{kind: slotTruth}, in.line)
				r.out = append(r.out, ins{op: jump, line: in.line, target: in.target})
				r.emit(vm.POP_TOP, 0, in.line)
				continue
			}
		case vm.YIELD_VALUE:
			// A generator that resumes deep within others counts as a call.
			r.out = append(r.out, in)
			if guard {
				r.check(slot{kind: slotEntry}, in.line)
			}
			continue
		case vm.LOAD_GLOBAL, vm.LOAD_NAME:
			if r.dottedName(in) {
				continue
			}
			if n := r.superCall(i, isTarget); n > 0 {
				i += n
				r.first[i] = len(r.out)
				continue
			}
		case vm.MAKE_FUNCTION, vm.MAKE_CLOSURE:
			if n := r.decorated(i, isTarget); n > 0 {
				for j := 1; j <= n; j++ {
					r.first[i+j] = len(r.out)
				}
				i += n
				continue
			}
		}
		r.out = append(r.out, in)
	}
	r.first[len(r.in)] = len(r.out)
	for i := range r.out {
		switch t := r.out[i].target; {
		case t == keepArg:
			r.out[i].target = -1
		case t >= 0:
			r.out[i].target = r.first[t]
		}
	}
}

func pick(first bool, a, b slotKind) slotKind {
	if first {
		return a
	}
	return b
}

// dottedName mends decorators like @p.setter, which gpython compiles to one name
// with a dot in it.
func (r *rewriter) dottedName(in ins) bool {
	parts := strings.Split(r.co.Names[in.arg], ".")
	if len(parts) == 1 {
		return false
	}
	op, arg := in.op, r.name(parts[0])
	if i := slices.Index(r.co.Varnames, parts[0]); i >= 0 && in.op == vm.LOAD_GLOBAL {
		op, arg = vm.LOAD_FAST, uint32(i)
	} else if i := slices.Index(slices.Concat(r.co.Cellvars, r.co.Freevars), parts[0]); i >= 0 {
		op, arg = vm.LOAD_DEREF, uint32(i)
	}
	r.emit(op, arg, in.line)
	for _, p := range parts[1:] {
		r.emit(vm.LOAD_ATTR, r.name(p), in.line)
	}
	return true
}

// name returns the index of an attribute or variable name.
func (r *rewriter) name(s string) uint32 {
	i := slices.Index(r.co.Names, s)
	if i < 0 {
		i = len(r.co.Names)
		r.co.Names = append(slices.Clone(r.co.Names), s)
	}
	return uint32(i)
}

// superCall turns super() without arguments into super(__class__, <first
// argument>), the way CPython's super looks at its caller's frame. It returns
// the number of further instructions consumed.
func (r *rewriter) superCall(i int, isTarget []bool) int {
	if r.co.Names[r.in[i].arg] != "super" || i+1 >= len(r.in) || isTarget[i+1] ||
		r.in[i+1].op != vm.CALL_FUNCTION || r.in[i+1].arg != 0 || r.co.Argcount == 0 {
		return 0
	}
	cell := -1
	for k, name := range r.co.Freevars {
		if name == "__class__" {
			cell = len(r.co.Cellvars) + k
		}
	}
	if cell < 0 {
		return 0
	}
	line := r.in[i].line
	r.emit(vm.LOAD_CONST, r.constant(slot{kind: slotSuper}), line)
	r.emit(vm.LOAD_DEREF, uint32(cell), line)
	op, arg := vm.LOAD_FAST, uint32(0)
	for k, name := range r.co.Cellvars {
		if name == r.co.Varnames[0] {
			op, arg = vm.LOAD_DEREF, uint32(k)
		}
	}
	r.emit(op, arg, line)
	r.emit(vm.CALL_FUNCTION, 2, line)
	return 1
}

// decorated mends decorators on functions with defaults or annotations:
// gpython's compiler pushes the decorators between the defaults and the code, so
// MAKE_FUNCTION would take a decorator for a default. The operands are packed
// into a tuple and handed to a helper that makes the function and applies the
// decorators. It returns the number of further instructions consumed.
func (r *rewriter) decorated(i int, isTarget []bool) int {
	arg := r.in[i].arg
	if arg == 0 || i < 2 {
		return 0
	}
	code, ok := r.in[i-2], false
	if code.op == vm.LOAD_CONST {
		if c, is := r.co.Consts[code.arg].(*py.Code); is {
			ok = c.Name != "<lambda>"
		}
	}
	n := 0
	for i+n+1 < len(r.in) && r.in[i+n+1].op == vm.CALL_FUNCTION && r.in[i+n+1].arg == 1 && !isTarget[i+n+1] {
		n++
	}
	if !ok || n == 0 {
		return 0
	}
	clos := r.in[i].op == vm.MAKE_CLOSURE
	total := int32(arg&0xFF) + 2*int32(arg>>8&0xFF) + int32(arg>>16&0x7FFF) + int32(n) + 2
	if clos {
		total++
	}
	line := r.in[i].line
	r.emit(vm.BUILD_TUPLE, uint32(total), line)
	r.call1(slot{kind: slotMakeFunc, arg: int32(arg), n: int32(n), clos: clos}, line)
	return n
}
