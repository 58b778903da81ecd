package scripting

import (
	"fmt"

	"github.com/go-python/gpython/py"
)

var frameClass *class

func init() {
	// Here and not in the declaration: the methods refer to the class.
	frameClass = newClass("Frame", "This translator's part in one request.", "local root op",
		&method{name: "wind", doc: "wind(child=0, *arguments, cookie=None) passes the request on; without arguments as it came", fn: frameWind},
		&method{name: "unwind", doc: "unwind(op_ret, op_errno, *values) answers the request; without arguments, in a callback, with the reply as it came", fn: frameUnwind},
		&method{name: "hold", doc: "hold() keeps the frame open, to be answered later", fn: func(self py.Object, args py.Tuple, kwargs py.StringDict) (py.Object, error) {
			x := self.(*request)
			if err := exactly("hold", args, kwargs, 0); err != nil {
				return nil, err
			}
			if err := x.check("Frame"); err != nil {
				return nil, err
			}
			x.held = !x.unwound
			return py.None, nil
		}})
}

// Type implements py.Object.
func (*request) Type() *py.Type { return frameClass.typ }

// M__getattribute__ reads an attribute.
func (x *request) M__getattribute__(name string) (py.Object, error) {
	if x.over {
		return nil, x.check("Frame")
	}
	switch name {
	case "local":
		if x.local == nil {
			return py.None, nil
		}
		return x.local, nil
	case "root":
		return &rootObject{x}, nil
	case "op":
		return py.String(x.op.String()), nil
	}
	return frameClass.attr(x, name)
}

// M__setattr__ sets local, the one attribute that is the script's.
func (x *request) M__setattr__(name string, value py.Object) (py.Object, error) {
	if err := x.check("Frame"); err != nil {
		return nil, err
	}
	if name != "local" {
		return nil, frameClass.readOnly(name)
	}
	x.local = value
	return py.None, nil
}

// M__repr__ shows the fop.
func (x *request) M__repr__() (py.Object, error) {
	return py.String(fmt.Sprintf("<Frame of a %s>", x.what)), nil
}

// rootObject is frame.root: who asks.
type rootObject struct{ x *request }

var rootClass = newClass("Root", "Who asks: the same for all frames of a request.", "uid gid pid groups unique lk_owner")

// Type implements py.Object.
func (*rootObject) Type() *py.Type { return rootClass.typ }

// M__getattribute__ reads an attribute.
func (o *rootObject) M__getattribute__(name string) (py.Object, error) {
	if err := o.x.check("Root"); err != nil {
		return nil, err
	}
	root := o.x.f.Root()
	switch name {
	case "uid":
		return py.Int(root.UID), nil
	case "gid":
		return py.Int(root.GID), nil
	case "pid":
		return py.Int(root.PID), nil
	case "unique":
		return giveUint(root.Unique), nil
	case "lk_owner":
		return giveUint(root.LkOwner), nil
	case "groups":
		var items []py.Object
		for _, g := range root.Groups() {
			items = append(items, py.Int(g))
		}
		return &py.List{Items: items}, nil
	}
	return rootClass.attr(o, name)
}

// M__setattr__ refuses.
func (o *rootObject) M__setattr__(name string, _ py.Object) (py.Object, error) {
	return nil, rootClass.readOnly(name)
}
