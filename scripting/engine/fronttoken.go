package engine

import "strings"

// next writes the current token.
func (f *front) next(t *token) error {
	top := f.top()
	fresh := top == nil || top.fresh
	if top != nil {
		top.fresh = false
	}
	switch t.kind {
	case tokNumber:
		v, msg := numberValue(t.text)
		if v == nil {
			return f.fail(t, "%s", msg)
		}
		if err := f.argument(t, top, fresh); err != nil {
			return err
		}
		f.emit(t, f.add(v))
		f.i++
		return nil
	case tokString:
		if err := f.argument(t, top, fresh); err != nil {
			return err
		}
		return f.strings(t)
	case tokName:
		return f.name(t, top, fresh)
	}
	return f.operator(t, top, fresh)
}

// argument checks what begins a positional argument of a call.
func (f *front) argument(t *token, top *bracket, fresh bool) error {
	if !fresh || top == nil || top.kind != inCall {
		return nil
	}
	if top.double {
		return f.fail(t, "positional argument follows keyword argument unpacking")
	}
	if top.keyword {
		return f.fail(t, "positional argument follows keyword argument")
	}
	return nil
}

func (f *front) name(t *token, top *bracket, fresh bool) error {
	if strings.HasPrefix(t.text, markPrefix) {
		return f.fail(t, "names that begin with %s are reserved", markPrefix)
	}
	n := f.peek(1)
	if n.is(":=") {
		if !f.mayAssign(top) {
			return f.fail(n, "invalid syntax")
		}
		if err := f.argument(t, top, fresh); err != nil {
			return err
		}
		f.emit(t, "lambda "+markLet+" , "+t.text+" :")
		f.i += 2
		return nil
	}
	if t.text == "await" && (n.kind == tokName || n.kind == tokNumber || n.kind == tokString) {
		return f.fail(t, "await is not supported")
	}
	if fresh && top != nil && top.kind == inCall {
		if n.is("=") && !keywords[t.text] {
			if t.text == "None" || t.text == "True" || t.text == "False" {
				return f.fail(t, "cannot assign to %s", t.text)
			}
			for _, k := range top.names {
				if k == t.text {
					return f.fail(t, "keyword argument repeated: %s", t.text)
				}
			}
			top.names = append(top.names, t.text)
			top.keyword = true
		} else if err := f.argument(t, top, fresh); err != nil {
			return err
		}
	}
	if fresh && top != nil && (top.kind == inParams || top.kind == inLambda) {
		if top.double && !f.toks[f.i-1].is("**") {
			return f.fail(t, "arguments cannot follow var-keyword argument")
		}
		top.plain, top.given = true, false
	}
	f.emit(t, t.text)
	if t.text == "for" && top == nil {
		// gpython takes "for x, in" for "for x in".
		if f.stmt.oneTarget = f.loneComma(); f.stmt.oneTarget > 0 {
			f.write(" [")
			f.depth++
		}
	}
	f.i++
	switch t.text {
	case "lambda":
		f.stack = append(f.stack, bracket{kind: inLambda, fresh: true})
	case "for":
		if top != nil && top.kind == inCall {
			if top.comma {
				return f.fail(t, "Generator expression must be parenthesized")
			}
			top.gen, top.target = false, true
		}
	case "yield":
		if top != nil {
			top.stars = true
		} else {
			f.stmt.stars = true
		}
	case "in":
		if top != nil && top.target {
			top.gen, top.target = true, false
		}
		if top == nil && f.stmt.word == "for" {
			f.stmt.stars = true
		}
	}
	return nil
}

// mayAssign reports whether y := x may stand here without brackets of its own.
func (f *front) mayAssign(top *bracket) bool {
	if f.i == 0 {
		return true
	}
	p := &f.toks[f.i-1]
	switch {
	case top == nil:
		return p.is("if") || p.is("elif") || p.is("while")
	case top.kind == inParams || top.kind == inLambda:
		return false
	}
	return p.is("(") || p.is("[") || p.is("{") || p.is(",") || p.is(":") && top.kind == inSubscript
}

func (f *front) operator(t *token, top *bracket, fresh bool) error {
	operand := f.operandEnds()
	switch t.text {
	case "(", "[", "{":
		return f.open(t, top, fresh, operand)
	case ")", "]", "}":
		return f.shut(t, top)
	case "*", "**":
		if !operand && top != nil && top.kind == inCall && t.text == "*" && top.double {
			return f.fail(t, "iterable argument unpacking follows keyword argument unpacking")
		}
		if !operand && top != nil && fresh && (top.kind == inParams || top.kind == inLambda) {
			switch {
			case top.double:
				return f.fail(t, "arguments cannot follow var-keyword argument")
			case t.text == "*" && top.star:
				return f.fail(t, "* argument may appear only once")
			}
		}
		if !operand && f.prefixStar(t, top) {
			return nil
		}
	case "/":
		if top != nil && (top.kind == inParams || top.kind == inLambda) && fresh {
			switch {
			case top.double:
				return f.fail(t, "arguments cannot follow var-keyword argument")
			case top.slash:
				return f.fail(t, "/ may appear only once")
			case top.star:
				return f.fail(t, "/ must be ahead of *")
			}
			top.slash = true
			text := markPosOnly
			if top.def {
				text += " = " + markNone
			}
			f.emit(t, text)
			f.i++
			return nil
		}
	case ",":
		return f.comma(t, top)
	case "=":
		if top == nil && f.stmt.annOpen {
			f.write("]")
			f.depth--
			f.stmt.annOpen = false
		}
		if top != nil && (top.kind == inParams || top.kind == inLambda) {
			top.given = true
			if !top.star {
				top.def = true
			}
		}
	case ":":
		if top != nil && top.kind == inLambda {
			if err := f.endParam(t, top); err != nil {
				return err
			}
			f.stack = f.stack[:len(f.stack)-1]
			break
		}
		if top == nil && f.stmt.ann == f.i {
			f.emit(t, "= "+markAnn+" [")
			f.depth++
			f.stmt.annOpen = true
			f.i++
			return nil
		}
		if top == nil {
			f.stmt.stars = false
		}
	case "@":
		f.emit(t, "* "+markMatMul+" *")
		f.i++
		return nil
	case "@=":
		f.emit(t, "*= lambda "+markMatMul+" :")
		f.i++
		f.stmt.stars = true
		return nil
	case "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "//=", "**=", ">>=", "<<=":
		if top == nil {
			f.stmt.stars = true
		}
	case ":=":
		return f.fail(t, "cannot use assignment expressions here")
	case "-", "+", "~", "...":
		if err := f.argument(t, top, fresh); err != nil {
			return err
		}
	}
	f.emit(t, t.text)
	f.i++
	return nil
}

func (f *front) open(t *token, top *bracket, fresh, operand bool) error {
	b := bracket{fresh: true}
	switch {
	case t.text == "(" && operand && f.i > 1 && f.toks[f.i-2].is("def"):
		b.kind = inParams
	case t.text == "(" && operand:
		b.kind = inCall
	case t.text == "(":
		b.kind = inParens
	case t.text == "[" && operand:
		b.kind, b.stars = inSubscript, true
	case t.text == "[":
		b.kind = inList
	default:
		b.kind, b.stars = inBraces, true
	}
	if !operand {
		if err := f.argument(t, top, fresh); err != nil {
			return err
		}
	}
	f.emit(t, t.text)
	f.depth++
	f.stack = append(f.stack, b)
	f.i++
	return nil
}

func (f *front) shut(t *token, top *bracket) error {
	if top == nil || top.kind == inLambda {
		return f.fail(t, "invalid syntax")
	}
	if top.kind == inParams {
		if f.toks[f.i-1].is("*") {
			return f.fail(t, "named arguments must follow bare *")
		}
		if err := f.endParam(t, top); err != nil {
			return err
		}
	}
	f.stack = f.stack[:len(f.stack)-1]
	f.i++
	if top.dropped {
		return nil
	}
	f.emit(t, t.text)
	f.depth--
	return nil
}

// comma ends an item.
func (f *front) comma(t *token, top *bracket) error {
	f.i++
	if top == nil {
		f.emit(t, ",")
		if f.stmt.oneTarget == f.i-1 {
			f.write(" ]")
			f.depth--
		}
		return nil
	}
	n := &f.toks[f.i]
	switch top.kind {
	case inParams, inLambda:
		if err := f.endParam(t, top); err != nil {
			return err
		}
		if n.is(")") || n.is(":") && top.kind == inLambda {
			return nil
		}
	case inCall:
		if top.gen && !n.is(")") {
			return f.fail(t, "Generator expression must be parenthesized")
		}
		top.comma = top.comma || !top.target
		if n.is(")") && !f.toks[f.i-2].is("(") {
			return nil
		}
	case inParens:
		if top.dropped && n.is(")") {
			return nil
		}
	}
	top.fresh = true
	f.emit(t, ",")
	return nil
}

// endParam ends a parameter: gpython's grammar loses which of the keyword-only
// ones have a default, so all get one.
func (f *front) endParam(t *token, top *bracket) error {
	if top.plain && !top.given {
		if top.star {
			f.emit(t, "= "+markNone)
		} else if top.def {
			return f.fail(t, "non-default argument follows default argument")
		}
	}
	top.plain, top.given = false, false
	return nil
}

// prefixStar writes * and ** where they are no operators, unless gpython's
// grammar has them there.
func (f *front) prefixStar(t *token, top *bracket) bool {
	text := ""
	switch {
	case top == nil:
		if t.text == "*" && f.stmt.stars {
			text = "lambda " + markStar + " :"
		}
	case top.kind == inParams || top.kind == inLambda:
		switch {
		case top.double:
			return false
		case t.text == "*" && top.star:
			return false
		}
		top.double = t.text == "**"
		top.star = true
		top.plain = false
		f.emit(t, t.text)
		f.i++
		return true
	case top.kind == inCall && t.text == "**":
		top.keyword, top.double = true, true
		text = "lambda " + markDouble + " :"
	case top.kind == inCall:
		text = "lambda " + markStar + " :"
	case top.kind == inBraces && t.text == "**":
		text = markDouble + " :"
	case top.stars && t.text == "*":
		text = "lambda " + markStar + " :"
	}
	if text == "" {
		return false
	}
	f.emit(t, text)
	f.i++
	return true
}
