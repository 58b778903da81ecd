tree = {}
for path in ("a/b/c", "a/b/d", "a/e", "f"):
    node = tree
    for part in path.split("/"):
        node = node.setdefault(part, {})
print(tree)
tree["a"]["b"]["c"] |= {"leaf": 1}
tree["f"]["n"] = tree["f"].get("n", 0) + 1
tree["f"]["n"] += 10
print(tree)
print("b" in tree["a"], "c" in tree["a"])
