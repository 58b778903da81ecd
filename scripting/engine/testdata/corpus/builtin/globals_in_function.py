value = 1
def f():
    return "value" in globals(), globals()["value"], "local" in globals()

print(f(), __name__, "f" in globals(), globals()["__name__"])
globals()["added"] = [1]
print(added)
ns = {"__name__": "other"}
exec("def g(): return __name__, sorted(k for k in globals() if k[0] != '_')", ns)
print(ns["g"]())
exec("value = 5", globals())
print(value)
