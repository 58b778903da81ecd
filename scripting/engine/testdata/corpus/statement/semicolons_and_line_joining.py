a = 1; b = 2; c = a + \
    b
print(c)
total = (1 +
         2 +  # comment inside
         3)
print(total, [
    1,
    2,
], {
    "k": 1,
})
s = "one \
two"
print(s); print("#not a comment")
if (a == 1 and
        b == 2): print("joined")
x = 1 if a else \
    2
print(x)
