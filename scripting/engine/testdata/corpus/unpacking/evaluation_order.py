log = []
def t(x):
    log.append(x)
    return x
def place(x):
    log.append("place " + x)
    return {}

place("a")[t("ka")], place("b")[t("kb")] = t("va"), t("vb")
print(log)
log.clear()
place("c")[t("kc")] = t("vc")
print(log)
log.clear()
d = {"n": 1}
def get():
    log.append("get")
    return d
get()[t("n")] += t(5)
print(log, d)
