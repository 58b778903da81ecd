import types
def f(): pass
def g(): yield
class A:
    def m(self): pass
print(isinstance(f, types.FunctionType), isinstance(lambda: 0, types.LambdaType),
      isinstance(len, types.BuiltinFunctionType), isinstance(g(), types.GeneratorType),
      isinstance(A().m, types.MethodType), isinstance(types, types.ModuleType),
      isinstance(None, types.NoneType), isinstance(int | str, types.UnionType),
      isinstance(f.__code__, types.CodeType), isinstance(NotImplemented, types.NotImplementedType))
print(types.FunctionType.__name__, types.MethodType.__name__, types.GeneratorType.__name__,
      types.BuiltinFunctionType.__name__, types.ModuleType.__name__, types.MappingProxyType.__name__)
print(types.new_class("N", (A,), {}, lambda ns: ns.update(x=1)).x,
      types.FunctionType(f.__code__, {}, "renamed").__name__)
m = types.ModuleType("mod", "its doc")
m.x = 1
print(m.__name__, m.__doc__, m.x, m)
try:
    m.y
except AttributeError as e:
    print(e)
