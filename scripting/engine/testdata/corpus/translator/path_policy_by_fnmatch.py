import errno, fnmatch, os.path

class Policy:
    def __init__(self, text):
        self.rules = []
        for n, line in enumerate(text.strip().splitlines(), 1):
            line = line.split("#")[0].strip()
            if not line:
                continue
            try:
                verb, pattern = line.split()
            except ValueError:
                raise ValueError(f"line {n}: want VERB PATTERN, got {line!r}") from None
            self.rules.append((verb, pattern))
    def check(self, path):
        for verb, pattern in self.rules:
            if fnmatch.fnmatchcase(path, pattern) or fnmatch.fnmatchcase(os.path.basename(path), pattern):
                if verb == "deny":
                    raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), path)
                return pattern
        return None

p = Policy("allow /pub/*  # all\n\ndeny *.key\nallow *")
for path in ("/pub/a.key", "/data/x.key", "/data/y"):
    try:
        print(path, p.check(path))
    except OSError as e:
        print(e, e.errno)
