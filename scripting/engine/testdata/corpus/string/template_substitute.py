from string import Template
t = Template("$who likes ${what}s, $$5 $who")
print(t.substitute(who="tim", what="kiwi"), t.substitute({"who": 1, "what": None}),
      t.substitute({"who": "a"}, what="b"), t.template)
print(t.safe_substitute(who="x"), Template("$").safe_substitute(), Template("no fields").substitute())
for text, kw in (("$missing", {}), ("$", {}), ("${", {}), ("$1", {}), ("a\n$ b", {}), ("${a-b}", {"a": 1})):
    try:
        print(Template(text).substitute(**kw))
    except (KeyError, ValueError) as e:
        print(repr(text), "->", type(e).__name__, e)
print(Template("$a $b $a").get_identifiers(), Template("$a $").is_valid(), Template("$a").is_valid())
