from collections import Counter
text = "the cat and the hat and the bat"
c = Counter(text.split())
for word, n in sorted(c.items(), key=lambda kv: (-kv[1], kv[0])):
    print(f"{word:<4} {'#' * n}")
print(c.most_common(1)[0], [w for w in c if c[w] == 1], max(c.values()), c.pop("the"), c.get("the"), dict(c))
pairs = Counter(zip(text.split(), text.split()[1:]))
print(pairs.most_common(1), pairs[("and", "the")], pairs[("x", "y")])
c.clear()
print(c, bool(c))
