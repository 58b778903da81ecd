import fnmatch

def ignored(name, rules):
    verdict = False
    for rule in rules:
        negate, pattern = rule.startswith("!"), rule.lstrip("!")
        if fnmatch.fnmatchcase(name, pattern):
            verdict = not negate
    return verdict

rules = ["*.tmp", "build/*", "!keep.tmp", "?core"]
for name in ("a.tmp", "keep.tmp", "build/x/y", "core", "xcore", "src/a.c"):
    print(name, ignored(name, rules))
