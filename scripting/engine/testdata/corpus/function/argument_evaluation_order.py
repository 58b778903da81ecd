log = []
def t(x):
    log.append(x)
    return x

def f(*a, **k):
    return a, k

f(t(1), *[t(2)], t(3), k=t(4), **{"z": t(5)}, y=t(6))
print(log)
log.clear()
def g(a=t("default a"), b=t("default b")): pass
print(log)
log.clear()
t(f)(t(1), t(2))
print([x if isinstance(x, (int, str)) else x.__name__ for x in log])
d = {}
d[t("key")] = t("value")
print(log[-2:])
