def change(s):
    s += "!"
    s = s.upper()
    return s

text = "hey"
print(change(text), text)
parts = [text] * 3
parts[0] += "?"
print(parts, text.__add__("x"), text.__mul__(2), text.__len__(), text.__getitem__(1))
print("%s" % text, text.__eq__(5), text.__lt__(5), text.__format__(">5"))
