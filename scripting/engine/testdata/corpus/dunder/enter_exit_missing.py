class NoExit:
    def __enter__(self):
        return self

class NoEnter:
    def __exit__(self, *a):
        pass

for obj in (5, NoExit(), NoEnter(), None):
    try:
        with obj:
            print("never")
    except TypeError as e:
        print(type(e).__name__, e)
class RaisingExit:
    def __enter__(self):
        raise OSError("enter failed")
    def __exit__(self, *a):
        print("not called")
try:
    with RaisingExit():
        pass
except OSError as e:
    print(e)
