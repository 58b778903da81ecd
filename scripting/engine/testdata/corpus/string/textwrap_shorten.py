import textwrap
print(textwrap.shorten("Hello  world and everyone", 12), textwrap.shorten("Hello world", 11),
      textwrap.shorten("Hello world", 10, placeholder="..."), textwrap.shorten("a", 5),
      repr(textwrap.shorten("   ", 5)))
print(textwrap.shorten("one two three", width=8, placeholder=" +"), textwrap.shorten("abcdefghij", 8))
for call in (lambda: textwrap.shorten("hello world", 4), lambda: textwrap.shorten("x" * 20, 3, placeholder="...")):
    try:
        print(call())
    except ValueError as e:
        print(e)
