b = b"abcabc"
print(b.find(b"b"), b.find(b"b", 2), b.find(98), b.find(b"z"), b.rfind(b"c"), b.rfind(97), b.find(b""))
print(b.count(b"a"), b.count(97), b.count(b""), b.count(b"abc", 1), b.index(b"c"), b.rindex(b"a"))
for call in (lambda: b.index(b"z"), lambda: b.rindex(b"z"), lambda: b.find("a"), lambda: b.find(300),
             lambda: b.count(None)):
    try:
        call()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
