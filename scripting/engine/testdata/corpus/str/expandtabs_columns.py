print(repr("a\tb\tccc\td".expandtabs()), repr("a\tb".expandtabs(4)), repr("\t".expandtabs(0)))
print(repr("abcd\te".expandtabs(4)), repr("ab\n\tc".expandtabs(3)), repr("a\r\tb".expandtabs(4)))
print(repr("a\tb".expandtabs(-1)), repr("a\tb".expandtabs(tabsize=2)))
try:
    "a".expandtabs("x")
except TypeError as e:
    print(e)
print("é\t|".expandtabs(4), len("é\t|".expandtabs(4)))
