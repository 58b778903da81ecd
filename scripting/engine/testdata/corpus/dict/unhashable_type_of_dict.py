print(dict.__hash__, {}.__hash__)
try:
    hash({})
except TypeError as e:
    print(e)
try:
    {{}: 1}
except TypeError as e:
    print(e)
print(isinstance({}, dict), issubclass(dict, object), type({}) is dict)
