print(sorted([3, 1, 2]), sorted("hello"), sorted({"b": 1, "a": 2}), sorted((2, 1), reverse=True), sorted([]))
print(sorted(["b", "A", "c"], key=str.lower), sorted([3, -1, 2], key=abs, reverse=True), sorted([1, 2], key=None))
print(sorted([("a", 2), ("b", 1), ("c", 2)], key=lambda p: p[1], reverse=True), sorted(range(3), key=lambda x: -x))
for call in ("sorted(5)", "sorted([1, 'a'])", "sorted([1], str)", "sorted([1], key=5)",
             "sorted([2, 1], reverse='x')", "sorted()",
             "sorted([1j, 2j])", "sorted([[1], [0], 'a'])", "sorted([None, 1])"):
    try:
        print(call, eval(call))
    except TypeError as e:
        print(call, "->", e)
