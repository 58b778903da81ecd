class Base:
    def __init__(self, **kwargs):
        print("Base", kwargs)

class Named(Base):
    def __init__(self, *, name="anon", **kwargs):
        super().__init__(**kwargs)
        self.name = name

class Sized(Base):
    def __init__(self, *, size=0, **kwargs):
        super().__init__(**kwargs)
        self.size = size

class File(Named, Sized):
    pass

f = File(size=3, name="x", extra=1)
print(f.name, f.size, vars(File()))
try:
    Named("positional")
except TypeError as e:
    print(e)
