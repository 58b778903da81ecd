print(2 in [1, 2], "k" in {"k": 0}, "ab" in "cab", 3 not in (1, 2), None in [], 1.0 in {1}, "" in "",
      b"a" in b"ab", 97 in b"a")
print([] in [[]], (1,) in {(1,): 2}, 5 in range(10), 5.0 in range(10), 5.5 in range(10), "5" in range(10),
      True in [1], -1 in range(0, -5, -1))
for src in ("1 in 1", "1 in 'a'", "[] in {}", "[] in set()", "'a' in b'a'", "None in 'a'", "1 in None",
            "1 in 2.5"):
    try:
        print(src, eval(src))
    except (TypeError, NameError) as e:
        print(src, "->", type(e).__name__, e)
