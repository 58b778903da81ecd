def read(text):
    for line in text.split("\n"):
        print("read", line)
        yield line

def nonempty(lines):
    return (l for l in lines if l)

def numbered(lines):
    for n, l in enumerate(lines, 1):
        yield f"{n}:{l}"

p = numbered(nonempty(read("a\n\nb\nc")))
print(next(p))
print(next(p))
print(list(p))
