class Plugin:
    registry = {}
    def __init_subclass__(cls, /, key=None, **kwargs):
        super().__init_subclass__(**kwargs)
        Plugin.registry[key or cls.__name__.lower()] = cls

class Alpha(Plugin):
    pass

class Beta(Plugin, key="b"):
    pass

class Gamma(Beta):
    pass

print({k: c.__name__ for k, c in Plugin.registry.items()})
try:
    class Bad(Plugin, other=1):
        pass
except TypeError as e:
    print(e)
try:
    class Bad2(metaclass=type, x=1):
        pass
except TypeError as e:
    print(e)
