def make():
    n = 0
    def inc(by=1):
        nonlocal n
        n += by
        return n
    def get():
        return n
    return inc, get

inc, get = make()
inc2, get2 = make()
inc(), inc(5), inc2()
print(get(), get2(), inc.__closure__[0].cell_contents, len(get.__closure__))
def no_nonlocal():
    n = 0
    def bad():
        n += 1
    bad()
try:
    no_nonlocal()
except UnboundLocalError as e:
    print(type(e).__name__, e)
