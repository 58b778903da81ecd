package scripting

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/go-python/gpython/py"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/scripting/engine"
	"github.com/windlassfs/windlass/xlator"
)

// An optionObject is Option("limit", "int", default=10, …): a script's
// declaration of one option.
type optionObject struct{ o xlator.Option }

var optionClass = newClass("Option", "Option(name, type='str', default=None, min=None, max=None, enum=None, desc='', required=False): an option of the volume, in OPTIONS.", "name type desc")

// optionTypes are the types by their names.
var optionTypes = func() map[string]xlator.OptionType {
	m := map[string]xlator.OptionType{"float": xlator.Double, "string": xlator.Str, "boolean": xlator.Bool}
	for t := xlator.Str; t <= xlator.Errno; t++ {
		m[t.String()] = t
	}
	return m
}()

func optionTypeNames() []string {
	var out []string
	for t := xlator.Str; t <= xlator.Errno; t++ {
		out = append(out, t.String())
	}
	return out
}

func init() {
	optionClass.constructor(func(args py.Tuple, kwargs py.StringDict) (py.Object, error) {
		var name, typ, def, lo, hi, enum, desc, required py.Object = nil, nil, py.None, py.None, py.None, py.None, py.String(""), py.False
		names := []string{"name", "type", "default", "min", "max", "enum", "desc", "required"}
		if err := py.ParseTupleAndKeywords(args, kwargs, "O|OOOOOOO:Option", names, &name, &typ, &def, &lo, &hi, &enum, &desc, &required); err != nil {
			return nil, err
		}
		o := xlator.Option{}
		k := taker{fn: "Option()"}
		k.string(name, "name", &o.Key)
		k.string(desc, "desc", &o.Doc)
		if k.err != nil {
			return nil, k.err
		}
		if o.Key == "" || strings.ContainsAny(o.Key, " \t\n\"") {
			return nil, py.ExceptionNewf(py.ValueError, "Option(): %q is no name for an option", o.Key)
		}
		kind := "str"
		if enum != py.None {
			kind = "enum"
			values, ok := engine.Items(enum)
			if !ok {
				return nil, py.ExceptionNewf(py.TypeError, "Option(): enum must be a list, not %s", kindOf(enum))
			}
			for _, v := range values {
				s, err := optionText(v)
				if err != nil {
					return nil, err
				}
				o.Values = append(o.Values, s)
			}
		}
		if typ != nil {
			k.string(typ, "type", &kind)
		}
		t, ok := optionTypes[kind]
		if !ok {
			hint := "one of " + strings.Join(optionTypeNames(), ", ")
			if near := fops.Suggest(kind, optionTypeNames()); near != "" {
				hint = "did you mean '" + near + "'?"
			}
			return nil, py.ExceptionNewf(py.ValueError, "Option(%q): there is no type '%s'; %s", o.Key, kind, hint)
		}
		if t == xlator.Str && len(o.Values) > 0 {
			t = xlator.Enum
		}
		o.Type = t
		o.Required = required == py.True
		var err error
		if o.Default, err = optionText(def); err != nil {
			return nil, err
		}
		if lo != py.None || hi != py.None {
			o.HasRange = true
			if o.Min, err = optionBound(lo, math.Inf(-1)); err != nil {
				return nil, err
			}
			if o.Max, err = optionBound(hi, math.Inf(1)); err != nil {
				return nil, err
			}
		}
		if o.Default != "" {
			if _, err := o.Parse(o.Default, ""); err != nil {
				return nil, py.ExceptionNewf(py.ValueError, "Option(%q): default: %v", o.Key, err)
			}
		}
		return &optionObject{o}, nil
	})
}

func optionBound(o py.Object, none float64) (float64, error) {
	switch x := o.(type) {
	case py.NoneType:
		return none, nil
	case py.Int:
		return float64(x), nil
	case py.Float:
		return float64(x), nil
	}
	return 0, py.ExceptionNewf(py.TypeError, "Option(): min and max must be numbers, not %s", kindOf(o))
}

// optionText writes a Python value as a volume file would.
func optionText(o py.Object) (string, error) {
	switch x := o.(type) {
	case py.NoneType:
		return "", nil
	case py.Bool:
		if x {
			return "on", nil
		}
		return "off", nil
	case py.Int:
		return strconv.FormatInt(int64(x), 10), nil
	case py.Float:
		return strconv.FormatFloat(float64(x), 'f', -1, 64), nil
	case py.String:
		return string(x), nil
	case *py.List, py.Tuple:
		items, _ := engine.Items(o)
		var words []string
		for _, it := range items {
			w, err := optionText(it)
			if err != nil {
				return "", err
			}
			words = append(words, w)
		}
		return strings.Join(words, ","), nil
	}
	return "", py.ExceptionNewf(py.TypeError, "Option(): a value must be a str, number, bool or list of them, not %s", kindOf(o))
}

// Type implements py.Object.
func (*optionObject) Type() *py.Type { return optionClass.typ }

// M__getattribute__ reads an attribute.
func (o *optionObject) M__getattribute__(name string) (py.Object, error) {
	switch name {
	case "name":
		return py.String(o.o.Key), nil
	case "type":
		return py.String(o.o.Type.String()), nil
	case "desc":
		return py.String(o.o.Doc), nil
	}
	return optionClass.attr(o, name)
}

// declared reads a module's OPTIONS.
func declared(m *engine.ModuleObject, at xlator.Pos, ps *xlator.Problems) []xlator.Option {
	v := m.Get("OPTIONS")
	if v == nil {
		return nil
	}
	const hint = `for example OPTIONS = [Option("limit", "int", default=10, desc="…")]`
	problem := func(format string, args ...any) {
		*ps = append(*ps, xlator.Problem{Pos: at, Hint: hint, Msg: fmt.Sprintf(format, args...), Script: true})
	}
	var items []py.Object
	switch x := v.(type) {
	case *py.List:
		items = x.Items
	case py.Tuple:
		items = x
	default:
		problem("OPTIONS must be a list of Option, not %s", kindOf(v))
		return nil
	}
	taken := make(map[string]string)
	for _, o := range ownOptions {
		taken[o.Key] = "every script has it"
	}
	taken["log-level"], taken["pass-through"] = "every translator has it", "every translator has it"
	var out []xlator.Option
	for i, it := range items {
		o, ok := it.(*optionObject)
		if !ok {
			problem("OPTIONS[%d] must be an Option, not %s", i, kindOf(it))
			continue
		}
		if why := taken[o.o.Key]; why != "" {
			problem("OPTIONS[%d]: option %q cannot be declared: %s", i, o.o.Key, why)
			continue
		}
		taken[o.o.Key] = "it is declared before"
		decl := o.o
		decl.Settable = true // by reconfigure(), or by a new instance
		out = append(out, decl)
	}
	return out
}

// optionsObject is self.options: the volume's options, typed.
type optionsObject struct {
	values py.StringDict
	order  []string
}

var optionsClass *class

func init() {
	optionsClass = newClass("Options", "The volume's options: options['limit'] or options.limit.", "",
		&method{name: "get", doc: "get(name, default=None)", fn: func(self py.Object, args py.Tuple, kwargs py.StringDict) (py.Object, error) {
			if err := noKeywords("get", kwargs); err != nil {
				return nil, err
			}
			if len(args) < 1 || len(args) > 2 {
				return nil, py.ExceptionNewf(py.TypeError, "get(name, default=None): wrong number of arguments (%d given)", len(args))
			}
			if name, ok := args[0].(py.String); ok {
				if v, ok := self.(*optionsObject).values[string(name)]; ok {
					return v, nil
				}
			}
			if len(args) == 2 {
				return args[1], nil
			}
			return py.None, nil
		}},
		&method{name: "keys", doc: "keys() -> list of str", fn: func(self py.Object, args py.Tuple, kwargs py.StringDict) (py.Object, error) {
			return py.NewListFromStrings(self.(*optionsObject).order), exactly("keys", args, kwargs, 0)
		}})
}

// newOptions makes self.options. Its values are immutable, so that lanes may
// share it.
func newOptions(o *xlator.Options) *optionsObject {
	out := &optionsObject{values: make(py.StringDict)}
	for _, d := range o.Declared() {
		out.order = append(out.order, d.Key)
		out.values[d.Key] = optionValue(o.Value(d.Key))
	}
	return out
}

func optionValue(v any) py.Object {
	switch x := v.(type) {
	case string:
		return py.String(x)
	case int64:
		return py.Int(x)
	case uint64:
		return giveUint(x)
	case float64:
		return py.Float(x)
	case bool:
		return py.NewBool(x)
	case time.Duration:
		return py.Float(x.Seconds())
	case syscall.Errno:
		return py.Int(x)
	case []string:
		t := make(py.Tuple, len(x))
		for i, s := range x {
			t[i] = py.String(s)
		}
		return t
	case []fops.Op:
		t := make(py.Tuple, len(x))
		for i, op := range x {
			t[i] = py.String(op.String())
		}
		return t
	}
	return py.None
}

// Type implements py.Object.
func (*optionsObject) Type() *py.Type { return optionsClass.typ }

// M__getitem__ implements options["limit"].
func (o *optionsObject) M__getitem__(key py.Object) (py.Object, error) {
	name, ok := key.(py.String)
	if !ok {
		return nil, py.ExceptionNewf(py.TypeError, "the name of an option must be str, not %s", kindOf(key))
	}
	if v, ok := o.values[string(name)]; ok {
		return v, nil
	}
	hint := ""
	if near := fops.Suggest(string(name), o.order); near != "" {
		hint = "; did you mean '" + near + "'?"
	}
	return nil, py.ExceptionNewf(py.KeyError, "'%s'%s", string(name), hint)
}

// M__contains__ implements "in".
func (o *optionsObject) M__contains__(key py.Object) (py.Object, error) {
	name, _ := key.(py.String)
	_, ok := o.values[string(name)]
	return py.NewBool(ok), nil
}

// M__iter__ walks over the names.
func (o *optionsObject) M__iter__() (py.Object, error) {
	return py.Iter(py.NewListFromStrings(o.order))
}

// M__len__ implements len().
func (o *optionsObject) M__len__() (py.Object, error) { return py.Int(len(o.order)), nil }

// M__getattribute__ implements options.limit; an underscore finds a dash.
func (o *optionsObject) M__getattribute__(name string) (py.Object, error) {
	if v, ok := o.values[name]; ok {
		return v, nil
	}
	if v, ok := o.values[strings.ReplaceAll(name, "_", "-")]; ok {
		return v, nil
	}
	if optionsClass.methods[name] != nil || strings.HasPrefix(name, "__") {
		return optionsClass.attr(o, name)
	}
	return nil, noAttribute("Options", name, o.order)
}

// M__setattr__ refuses.
func (*optionsObject) M__setattr__(name string, _ py.Object) (py.Object, error) {
	return nil, py.ExceptionNewf(py.AttributeError, "options are what the volume says: '%s' cannot be set", name)
}
