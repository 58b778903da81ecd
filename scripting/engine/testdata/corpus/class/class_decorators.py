registry = []
def register(cls):
    registry.append(cls.__name__)
    return cls

def add_method(name):
    def wrap(cls):
        setattr(cls, name, lambda self: f"{name} of {cls.__name__}")
        return cls
    return wrap

@register
@add_method("hello")
@add_method("bye")
class A:
    pass

print(registry, A().hello(), A().bye())
@str
class B:
    pass
print(type(B).__name__, B.endswith("B'>"))
