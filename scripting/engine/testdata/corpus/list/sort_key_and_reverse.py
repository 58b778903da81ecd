words = ["pear", "Fig", "apple", "kiwi"]
words.sort()
print(words)
words.sort(key=str.lower, reverse=True)
print(words)
print(words.sort(key=len), words)
try:
    words.sort(str.lower)
except TypeError as e:
    print(e)
try:
    [1, "a"].sort()
except TypeError as e:
    print(e)
try:
    [None, None, 1].sort()
except TypeError as e:
    print(e)
