package engine

import "github.com/go-python/gpython/py"

// The built-in classes. What they can do stands in the files named after them.
var (
	objectClass    = declare("object", nil, py.ObjectType)
	typeClass      = declare("type", objectClass, py.TypeType)
	noneClass      = declareFinal("NoneType", py.None.Type())
	intClass       = declare("int", objectClass, py.IntType)
	boolClass      = declareFinalBase("bool", intClass, py.BoolType)
	floatClass     = declare("float", objectClass, py.FloatType)
	complexClass   = declare("complex", objectClass, py.ComplexType)
	strClass       = declare("str", objectClass, py.StringType)
	bytesClass     = declare("bytes", objectClass, py.BytesType)
	bytearrayClass = declare("bytearray", objectClass, nil)
	memoryClass    = declareFinal("memoryview", nil)
	listClass      = declare("list", objectClass, py.ListType)
	tupleClass     = declare("tuple", objectClass, py.TupleType)
	dictClass      = declare("dict", objectClass, nil)
	setClass       = declare("set", objectClass, nil)
	frozensetClass = declare("frozenset", objectClass, nil)
	rangeClass     = declareFinal("range", nil)
	sliceClass     = declareFinal("slice", py.SliceType)
	superClass     = declare("super", objectClass, nil)
	propertyClass  = declare("property", objectClass, nil)

	functionClass        = declareFinal("function", nil)
	methodClass          = declareFinal("method", nil)
	builtinClass         = declareFinal("builtin_function_or_method", nil)
	methodDescrClass     = declareFinal("method_descriptor", nil)
	wrapperClass         = declareFinal("wrapper_descriptor", nil)
	builtinMethodClass   = declareFinal("builtin_function_or_method", nil)
	methodWrapperClass   = declareFinal("method-wrapper", nil)
	classMethodDescrType = declareFinal("classmethod_descriptor", nil)
	classMethodClass     = declare("classmethod", objectClass, nil)
	staticMethodClass    = declare("staticmethod", objectClass, nil)
	getsetClass          = declareFinal("getset_descriptor", nil)
	memberDescrClass     = declareFinal("member_descriptor", nil)
	generatorClass       = declareFinal("generator", nil)
	moduleClass          = declare("module", objectClass, py.ModuleType)
	codeClass            = declareFinal("code", nil)
	frameClass           = declareFinal("frame", nil)
	tracebackClass       = declareFinal("traceback", nil)
	cellClass            = declareFinal("cell", nil)
	ellipsisClass        = declareFinal("ellipsis", nil)
	notImplementedClass  = declareFinal("NotImplementedType", py.NotImplemented.Type())
	dictKeysClass        = declareFinal("dict_keys", nil)
	dictValuesClass      = declareFinal("dict_values", nil)
	dictItemsClass       = declareFinal("dict_items", nil)
	mappingProxyClass    = declareFinal("mappingproxy", nil)
	aliasClass           = declareFinal("GenericAlias", nil)
	unionClass           = declareFinal("UnionType", nil)
	streamClass          = declareFinal("TextIOWrapper", nil)
)

var classMethodDescrClass = classMethodDescrType

func declareFinalBase(name string, base *Class, t *py.Type) *Class {
	k := declare(name, base, t)
	k.final = true
	return k
}

// ellipsisObject is "...".
type ellipsisObject struct{}

// Type implements py.Object.
func (ellipsisObject) Type() *py.Type { return ellipsisClass.py }

var ellipsis py.Object = ellipsisObject{}
