def target(a, b=2, *args, key="k", **kw):
    return a, b, args, key, kw

def forward(*args, **kwargs):
    return target(*args, **kwargs)

print(forward(1), forward(1, 2, 3, key="z", other=5), forward(a=1, b=3), forward(*[1, 2], *[3, 4], **{"key": 0}))
for call in ("forward()", "forward(1, a=2)"):
    try:
        eval(call)
    except TypeError as e:
        print(e)
