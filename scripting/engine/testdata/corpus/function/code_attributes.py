def f(a, b=1, *args, c, d=2, **kw):
    x = y = 0
    return x

co = f.__code__
print(co.co_name, co.co_argcount, co.co_kwonlyargcount, co.co_posonlyargcount, co.co_varnames, co.co_nlocals)
print((lambda: 0).__code__.co_name, f.__defaults__, f.__kwdefaults__, bool(co.co_flags & 4), bool(co.co_flags & 8))
def outer():
    n = 1
    def inner():
        return n
    return inner
print(outer().__code__.co_freevars, outer.__code__.co_cellvars, outer().__closure__[0].cell_contents)
