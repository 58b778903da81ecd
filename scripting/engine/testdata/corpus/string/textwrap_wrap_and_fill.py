import textwrap
text = "The quick brown fox jumped over the lazy dog and a-hyphenated-word."
print(textwrap.wrap(text, 20), textwrap.wrap("", 10), textwrap.wrap("abcdefghij", 4),
      textwrap.wrap("abcdefghij kl", 4, break_long_words=False))
print(textwrap.fill(text, 30, initial_indent="* ", subsequent_indent="  "))
print(textwrap.wrap("a  b\n c\td", 80), textwrap.wrap("aa b cc d ee", 8, max_lines=1),
      textwrap.wrap("x-y-z", 3), textwrap.wrap("x-y-z", 3, break_on_hyphens=False))
for width, lines in ((0, None), (-1, None), (3, 2)):
    try:
        textwrap.wrap("a b c d e", width, max_lines=lines)
    except ValueError as e:
        print(e)
