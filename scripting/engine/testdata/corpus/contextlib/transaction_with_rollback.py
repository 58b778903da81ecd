from contextlib import contextmanager
class Store(dict):
    @contextmanager
    def transaction(self):
        backup = dict(self)
        try:
            yield self
        except Exception as e:
            self.clear()
            self.update(backup)
            print("rolled back:", e)
            raise

s = Store(a=1)
with s.transaction() as t:
    t["b"] = 2
try:
    with s.transaction():
        s["a"] = 99
        with s.transaction():
            s["c"] = 3
            raise ValueError("inner failed")
except ValueError:
    print(s)
