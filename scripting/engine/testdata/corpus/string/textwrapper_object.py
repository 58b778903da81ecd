import textwrap
w = textwrap.TextWrapper(width=15, initial_indent="- ", subsequent_indent="  ", fix_sentence_endings=True)
print(w.wrap("One sentence. Another sentence here."), w.width)
w.width = 40
print(w.fill("One sentence. Another sentence here."))
w = textwrap.TextWrapper(width=10, replace_whitespace=False, drop_whitespace=False)
print(w.wrap("a b  c\nd eeeeeeee"))
w = textwrap.TextWrapper(width=8, expand_tabs=True, tabsize=4)
print(w.wrap("a\tb\tc\td"))
try:
    textwrap.TextWrapper(bogus=1)
except TypeError as e:
    print(e)
