import textwrap
options = [("--size N", "how many entries the cache may hold before the oldest is dropped"), ("--ttl S", "seconds")]
for flag, text in options:
    first, *rest = textwrap.wrap(text, 34)
    print(f"  {flag:<10} {first}")
    for line in rest:
        print(" " * 13 + line)
print(textwrap.indent(textwrap.fill("note: " + "word " * 12, 28), "| "))
print(max(len(l) for l in textwrap.wrap("lorem ipsum dolor sit amet " * 5, 23)) <= 23)
