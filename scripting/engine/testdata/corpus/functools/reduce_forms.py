from functools import reduce
import operator
print(reduce(operator.add, [1, 2, 3]), reduce(operator.mul, [], 7), reduce(lambda a, b: f"({a}{b})", "abcd"),
      reduce(max, [3, 9, 2]), reduce(operator.add, ["x"]), reduce(lambda a, b: a + [b], "ab", []))
calls = []
print(reduce(lambda a, b: calls.append((a, b)) or b, [1, 2, 3]), calls)
for call in ("reduce(operator.add, [])", "reduce(operator.add, 5)", "reduce(5, [1, 2])",
             "reduce(operator.add)", "reduce(operator.add, [1, 'a'])", "reduce(lambda a: a, [1, 2])"):
    try:
        eval(call)
    except TypeError as e:
        print(call, "->", e)
