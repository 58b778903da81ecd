from itertools import accumulate
import operator
print(list(accumulate([1, 2, 3])), list(accumulate("abc")), list(accumulate([3, 1, 4], max)),
      list(accumulate([1, 2, 3], operator.mul)), list(accumulate([1, 2], initial=100)),
      list(accumulate([], initial=5)), list(accumulate([])))
print(list(accumulate([[1], [2]])), list(accumulate([1, 2, 3], lambda a, b: b, initial=None)),
      list(accumulate([5], func=None)))
for call in ("list(accumulate([1, 'a']))", "accumulate(5)", "list(accumulate([1, 2], 5))", "accumulate()",
             "list(accumulate([1, 2], lambda a: a))"):
    try:
        eval(call)
    except TypeError as e:
        print(call, "->", e)
