from contextlib import AbstractContextManager, AsyncExitStack, contextmanager
class C(AbstractContextManager):
    def __exit__(self, t, v, tb):
        print("exit", t)

with C() as c:
    print(type(c).__name__, isinstance(c, AbstractContextManager))
class Duck:
    def __enter__(self): return self
    def __exit__(self, *a): return None
print(isinstance(Duck(), AbstractContextManager), issubclass(int, AbstractContextManager))
try:
    AbstractContextManager()
except TypeError as e:
    print(e)
@contextmanager
def cm(): yield
print(isinstance(cm(), AbstractContextManager), type(cm()).__name__)
