package scripting

import (
	"fmt"
	"strconv"
	"strings"
	"syscall"

	"github.com/go-python/gpython/py"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/scripting/engine"
)

// A pointerObject is a pointer to one of glupy's structures. What it points to
// is an object of module windlass, None for a null pointer.
type pointerObject struct {
	to    py.Object
	kind  string // the type of the object in module windlass
	words bool   // gfids are four words
	// unknown is set for an inode that GlusterFS has with a name, and windlass
	// does not: its gfid is zeros.
	unknown bool
}

var pointerClass = newClass("Pointer", "A pointer of glupy's: contents is the structure, and a null pointer is false.", "contents")

// structNames are glupy's names of windlass's types.
var structNames = map[string]string{
	"Loc": "loc_t", "Inode": "inode_t", "Fd": "fd_t", "Iatt": "iatt_t", "Dict": "dict_t", "Buffer": "iovec_t",
	"Statvfs": "statvfs_t", "Lock": "gf_flock", "Lease": "gf_lease", "None": "iobref_t",
}

func init() {
	// Python 2 formatted any object with {:s}, and the examples do that.
	pointerClass.typ.Dict["__format__"] = engine.Method("__format__", func(self py.Object, args py.Tuple, kwargs py.StringDict) (py.Object, error) {
		if err := exactly("__format__", args, kwargs, 1); err != nil {
			return nil, err
		}
		p := self.(*pointerObject)
		spec, _ := args[0].(py.String)
		width := strings.TrimRight(string(spec), "sp")
		if n, err := strconv.Atoi(strings.TrimLeft(width, "<")); err == nil && n >= 0 && n < 1000 {
			return py.String(fmt.Sprintf("%-*s", n, p.String())), nil
		}
		switch width {
		case "":
			return py.String(p.String()), nil
		case "d":
			return py.String(strconv.FormatUint(p.address(), 10)), nil
		case "x", "#x":
			return py.String(strconv.FormatUint(p.address(), 16)), nil
		}
		return nil, py.ExceptionNewf(py.ValueError, "a pointer cannot be formatted with '%s'", string(spec))
	})
}

// isPointerKind reports whether glupy passed values of a type by pointer.
func isPointerKind(kind string) bool {
	return structNames[kind] != "" || strings.HasPrefix(kind, "list")
}

// toPointer makes a pointer of a handler's argument, unless it is a plain value
// or a pointer already.
func toPointer(o py.Object, kind string, words bool) py.Object {
	if _, is := o.(*pointerObject); is || !isPointerKind(kind) {
		return o
	}
	return &pointerObject{to: o, kind: kind, words: words}
}

// fromPointer is what a value points to, in module windlass. kind is the type
// of the parameter.
func fromPointer(o py.Object, kind string) py.Object {
	switch x := o.(type) {
	case *pointerObject:
		return x.to
	case *structObject:
		return x.p.to
	case *engine.Instance:
		if v := x.Get("_target"); v != nil { // a pointer of module ctypes
			return fromPointer(v, kind)
		}
		if v := x.Get("value"); v != nil { // a number or text of module ctypes
			return fromPointer(v, kind)
		}
	case py.Bytes:
		if kind == "str" {
			return py.String(strings.TrimSuffix(string(x), "\x00"))
		}
	case py.NoneType:
		switch kind {
		case "str":
			return py.String("")
		case "int":
			return py.Int(0)
		}
	}
	return o
}

// Type implements py.Object.
func (*pointerObject) Type() *py.Type { return pointerClass.typ }

func (p *pointerObject) null() bool { return p.to == py.Object(py.None) && !p.unknown }

// M__bool__ is false for a null pointer.
func (p *pointerObject) M__bool__() (py.Object, error) { return py.NewBool(!p.null()), nil }

// M__getattribute__ reads contents.
func (p *pointerObject) M__getattribute__(name string) (py.Object, error) {
	switch name {
	case "contents":
		if p.null() {
			return nil, py.ExceptionNewf(py.ValueError, "NULL pointer access")
		}
		switch p.kind {
		case "Loc", "Inode", "Fd", "Iatt":
			return &structObject{p}, nil
		}
		return p.to, nil // opaque in glupy
	case "value":
		return py.Int(p.address()), nil
	}
	return pointerClass.attr(p, name)
}

// M__eq__ is true for a pointer to the same object.
func (p *pointerObject) M__eq__(other py.Object) (py.Object, error) {
	switch x := other.(type) {
	case *pointerObject:
		return py.NewBool(p == x || p.null() && x.null() || p.address() == x.address()), nil
	case py.NoneType:
		return py.NewBool(p.null()), nil
	}
	return py.NotImplemented, nil
}

// M__ne__ is the opposite.
func (p *pointerObject) M__ne__(other py.Object) (py.Object, error) {
	eq, err := p.M__eq__(other)
	if err != nil || eq == py.NotImplemented {
		return eq, err
	}
	return py.NewBool(eq == py.False), nil
}

// address tells objects apart; it is 0 for the null pointer.
func (p *pointerObject) address() uint64 {
	switch x := p.to.(type) {
	case nil, py.NoneType:
		return 0
	case *inodeObject:
		return number64(fmt.Sprintf("%p", x.in))
	case *fdObject:
		return number64(fmt.Sprintf("%p", x.fd))
	case *locObject:
		return number64(fmt.Sprintf("%p", x.p))
	}
	return number64(fmt.Sprintf("%p", p.to))
}

func number64(text string) uint64 {
	n, _ := strconv.ParseUint(strings.TrimPrefix(text, "0x"), 16, 64)
	return n
}

// String is repr().
func (p *pointerObject) String() string {
	name := structNames[p.kind]
	if name == "" {
		name = "gf_dirent_t"
	}
	if p.null() {
		return "<LP_" + name + " NULL>"
	}
	return fmt.Sprintf("<LP_%s %#x>", name, p.address())
}

// M__repr__ shows the type.
func (p *pointerObject) M__repr__() (py.Object, error) { return py.String(p.String()), nil }

// M__str__ shows the type.
func (p *pointerObject) M__str__() (py.Object, error) { return py.String(p.String()), nil }

// structObject is what a pointer points to, with glupy's names.
type structObject struct{ p *pointerObject }

var structClass = newClass("Structure", "A structure of glupy's.", "")

// structFields are glupy's fields; those of an Iatt are windlass's besides.
var structFields = map[string][]string{
	"Loc":   {"path", "name", "inode", "parent", "gfid", "pargfid"},
	"Inode": {"gfid", "ia_type"},
	"Fd":    {"inode", "flags", "anonymous"},
	"Iatt": {
		"ia_no", "ia_ino", "ia_gfid", "ia_dev", "ia_type", "ia_prot", "ia_nlink", "ia_uid", "ia_gid", "ia_rdev", "ia_size", "ia_blksize", "ia_blocks",
		"ia_atime", "ia_atime_nsec", "ia_mtime", "ia_mtime_nsec", "ia_ctime", "ia_ctime_nsec",
	},
}

// Type implements py.Object.
func (*structObject) Type() *py.Type { return structClass.typ }

// M__getattribute__ reads a field.
func (s *structObject) M__getattribute__(name string) (py.Object, error) {
	switch name {
	case "__pointer__":
		return s.p, nil
	case "__address__":
		return py.Int(s.p.address()), nil
	}
	switch o := s.p.to.(type) {
	case *locObject:
		if err := o.l.check("Loc"); err != nil {
			return nil, err
		}
		switch name {
		case "path", "name":
			return o.M__getattribute__(name)
		case "inode":
			in := s.inode(o.l, o.p.Inode)
			if o.p.Inode == nil && o.p.Name != "" && o.l.req != nil {
				s.standIn(o, in)
			}
			return in, nil
		case "parent":
			return s.inode(o.l, o.p.Parent), nil
		case "gfid":
			return s.gfid(o.p.GFID()), nil
		case "pargfid":
			return s.gfid(o.p.ParGFID()), nil
		}
	case py.NoneType:
		switch name {
		case "gfid":
			return s.gfid(fops.GFID{}), nil
		case "ia_type":
			return py.Int(0), nil
		}
	case *inodeObject:
		if err := o.l.check("Inode"); err != nil {
			return nil, err
		}
		switch name {
		case "gfid":
			return s.gfid(o.in.GFID), nil
		case "ia_type":
			return iaType(o.in.Type), nil
		}
	case *fdObject:
		if err := o.l.check("Fd"); err != nil {
			return nil, err
		}
		switch name {
		case "inode":
			return s.inode(o.l, o.fd.Inode), nil
		case "flags":
			return py.Int(o.fd.Flags), nil
		case "anonymous":
			return py.Int(0), nil
		}
	case *iattRecord:
		if err := o.l.check("Iatt"); err != nil {
			return nil, err
		}
		switch name {
		case "ia_no":
			return giveUint(o.p.Ino), nil
		case "ia_gfid":
			return s.gfid(o.p.GFID), nil
		case "ia_type":
			return iaType(o.p.Mode), nil
		case "ia_prot":
			return &protObject{o.p.Mode}, nil
		}
		if iattClass.byName[name] != nil {
			return o.M__getattribute__(name)
		}
	}
	if strings.HasPrefix(name, "__") {
		return structClass.attr(s, name)
	}
	return nil, noAttribute(structNames[s.p.kind], name, structFields[s.p.kind])
}

// M__setattr__ changes a field. What the pointer points to is others' too, so
// it points to a copy from then on: pass the pointer on, and the change goes
// with it.
func (s *structObject) M__setattr__(name string, value py.Object) (py.Object, error) {
	value = fromPointer(value, "")
	switch o := s.p.to.(type) {
	case *iattRecord:
		if err := o.l.check("Iatt"); err != nil {
			return nil, err
		}
		dup := o
		if !o.writable {
			dup = iattClass.own(*o.p)
		}
		var err error
		switch name {
		case "ia_no":
			name = "ia_ino"
		case "ia_gfid":
			value, err = gfidText(value)
		case "ia_type":
			n, _, ok := integer(value)
			if !ok || n < 0 || n >= int64(len(iaTypes)) {
				return nil, py.ExceptionNewf(py.ValueError, "ia_type must be IA_IFREG, IA_IFDIR or the like")
			}
			value = py.Int(iaTypes[n])
		case "ia_prot":
			return nil, py.ExceptionNewf(py.AttributeError, "ia_prot cannot be set; set ia_mode, as st_mode of os.stat()")
		}
		if err == nil {
			_, err = dup.M__setattr__(name, value)
		}
		if err == nil {
			s.p.to = dup
		}
		return py.None, err
	case *locObject:
		if err := o.l.check("Loc"); err != nil {
			return nil, err
		}
		dup := o
		if !o.writable {
			p := *o.p
			dup = &locObject{o.l, &p, true}
		}
		if b, ok := value.(py.Bytes); ok {
			value = py.String(b)
		}
		_, err := dup.M__setattr__(name, value)
		if err == nil {
			s.p.to = dup
		}
		return py.None, err
	}
	return nil, py.ExceptionNewf(py.AttributeError, "attribute '%s' of '%s' cannot be set", name, structNames[s.p.kind])
}

// M__repr__ shows what the structure is made of.
func (s *structObject) M__repr__() (py.Object, error) {
	return py.String("<" + structNames[s.p.kind] + " of " + engine.ReprOf(s.p.to) + ">"), nil
}

func (s *structObject) inode(l *life, in *fops.Inode) *pointerObject {
	return &pointerObject{to: giveInode(l, in), kind: "Inode", words: s.p.words}
}

// standIn fills in the inode of a name where windlass passes on the name alone.
// GlusterFS makes one for what is looked up or made, with a gfid of zeros, and
// knows that of what is removed: there the stand-in has zeros too.
func (s *structObject) standIn(o *locObject, in *pointerObject) {
	x := o.l.req
	second := x.args != nil && o.p == &x.args.Loc2
	switch {
	case second && x.op == fops.OpLink:
		in.to = giveInode(o.l, x.args.Loc.Inode)
	case second && x.op == fops.OpRename: // null, if there is nothing to replace
	default:
		in.unknown = true
	}
}

// gfid is an array of 16 bytes, or of four words in the first glupy.
func (s *structObject) gfid(g fops.GFID) py.Object {
	if !s.p.words {
		return giveBytes(g[:])
	}
	words := make(py.Tuple, 4)
	for i := range words {
		words[i] = py.Int(uint32(g[4*i])<<24 | uint32(g[4*i+1])<<16 | uint32(g[4*i+2])<<8 | uint32(g[4*i+3]))
	}
	return words
}

func gfidText(o py.Object) (py.Object, error) {
	if b, ok := o.(py.Bytes); ok && len(b) == len(fops.GFID{}) {
		return py.String(fops.GFID(b).String()), nil
	}
	return o, nil
}

// iaTypes are the types of objects by glupy's numbers.
var iaTypes = [...]uint32{0, syscall.S_IFREG, syscall.S_IFDIR, syscall.S_IFLNK, syscall.S_IFBLK, syscall.S_IFCHR, syscall.S_IFIFO, syscall.S_IFSOCK}

func iaType(mode uint32) py.Object {
	for i, t := range iaTypes {
		if t == mode&syscall.S_IFMT {
			return py.Int(i)
		}
	}
	return py.Int(0)
}

// protObject is ia_prot: the bits of a mode by name.
type protObject struct{ mode uint32 }

var protClass = newClass("ia_prot_t", "The permissions of an object.", "suid sgid sticky owner group other")

// Type implements py.Object.
func (*protObject) Type() *py.Type { return protClass.typ }

// M__getattribute__ reads a bit, or three.
func (o *protObject) M__getattribute__(name string) (py.Object, error) {
	switch name {
	case "suid":
		return bit(o.mode, syscall.S_ISUID), nil
	case "sgid":
		return bit(o.mode, syscall.S_ISGID), nil
	case "sticky":
		return bit(o.mode, syscall.S_ISVTX), nil
	case "owner":
		return &permObject{o.mode >> 6}, nil
	case "group":
		return &permObject{o.mode >> 3}, nil
	case "other":
		return &permObject{o.mode}, nil
	}
	return protClass.attr(o, name)
}

// M__setattr__ refuses.
func (o *protObject) M__setattr__(name string, _ py.Object) (py.Object, error) {
	return nil, protClass.readOnly(name)
}

// permObject is a part of ia_prot.
type permObject struct{ bits uint32 }

var permClass = newClass("rwxperm_t", "The permissions of owner, group or others.", "read write execn")

// Type implements py.Object.
func (*permObject) Type() *py.Type { return permClass.typ }

// M__getattribute__ reads a bit.
func (o *permObject) M__getattribute__(name string) (py.Object, error) {
	switch name {
	case "read":
		return bit(o.bits, 4), nil
	case "write":
		return bit(o.bits, 2), nil
	case "execn":
		return bit(o.bits, 1), nil
	}
	return permClass.attr(o, name)
}

// M__setattr__ refuses.
func (o *permObject) M__setattr__(name string, _ py.Object) (py.Object, error) {
	return nil, permClass.readOnly(name)
}

func bit(v, mask uint32) py.Object {
	if v&mask != 0 {
		return py.Int(1)
	}
	return py.Int(0)
}
