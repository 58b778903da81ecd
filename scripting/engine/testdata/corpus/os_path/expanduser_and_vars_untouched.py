import os.path
for p in ("a/~/b", "plain", "", "/~x"):
    print(repr(os.path.expanduser(p)))
print(os.path.expandvars("no variables"), os.path.expandvars("$"), os.path.expandvars("${unclosed"),
      os.path.expandvars("$_WINDLASS_NOT_SET_"))
os.environ["_WL_TEST"] = "value"
print(os.path.expandvars("a/$_WL_TEST/${_WL_TEST}b"))
del os.environ["_WL_TEST"]
print(os.environ.get("_WL_TEST"), "_WL_TEST" in os.environ)
