import re
def double(m):
    return str(int(m.group()) * 2)

print(re.sub(r"\d+", double, "a1 b22"), re.sub("[aeiou]", lambda m: m[0].upper(), "education", count=3))
words = {"cat": "dog", "one": "two"}
print(re.sub(r"\w+", lambda m: words.get(m[0], m[0]), "one cat sat"))
seen = []
re.sub(r"(\w)=(\w)", lambda m: seen.append((m.span(), m.groups())) or "", "a=b c=d")
print(seen)
try:
    re.sub("a", lambda m: 5, "a")
except TypeError as e:
    print(e)
try:
    re.sub("a", 5, "a")
except TypeError as e:
    print(type(e).__name__)
try:
    re.sub("a", lambda m: 1 / 0, "xa")
except ZeroDivisionError as e:
    print(e)
