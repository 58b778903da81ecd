import textwrap
text = "The quick brown fox jumped over the lazy dog and a-hyphenated-word."
print(textwrap.wrap(text, 20), textwrap.wrap("", 10), textwrap.wrap("abcdefghij", 4), textwrap.wrap("abcdefghij kl", 4, break_long_words=False))
print(textwrap.fill(text, 30, initial_indent="* ", subsequent_indent="  "))
print(textwrap.wrap("a  b\n c\td", 80), textwrap.wrap("a b c d e", 3, max_lines=2), textwrap.wrap("x-y-z", 3), textwrap.wrap("x-y-z", 3, break_on_hyphens=False))
for width in (0, -1):
    try:
        textwrap.wrap("abc", width)
    except ValueError as e:
        print(e)
