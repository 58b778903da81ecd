log = []
def t(x):
    log.append(x)
    return x

def f(a: t("ann a") = t("default a"), *, k: t("ann k") = t("default k")) -> t("return"): pass
print(log)
log.clear()
class C:
    v: t("class ann") = t("class value")
x: t("module ann") = t("module value")
d = {}
d[t("key")]: t("sub ann") = t("sub value")
print(log, f.__annotations__)
