class Any:
    def __eq__(self, other):
        return True

print(1 in [1.0], "a" in ["abc"], None in [0, None], [] in [[]])
print(5 in [Any()], Any() in [], Any() in [1])
nan = float("nan")
print(nan in [nan], float("nan") in [float("nan")])
try:
    1 in 5
except TypeError as e:
    print(e)
