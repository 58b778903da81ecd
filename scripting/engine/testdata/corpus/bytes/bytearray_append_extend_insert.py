a = bytearray()
a.append(65)
a.extend(b"BC")
a.extend([68, 69])
a.extend(range(70, 72))
a.insert(0, 64)
a.insert(-1, 33)
print(a)
for call in (lambda: a.append(256), lambda: a.append("x"), lambda: a.extend("xy"), lambda: a.extend([300]),
             lambda: a.extend(5), lambda: a.insert(0, b"x")):
    try:
        call()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
print(a)
