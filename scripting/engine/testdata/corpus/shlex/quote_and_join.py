import shlex
for s in ("plain", "with space", "", "it's", "a/b-c_d.e:f,g@h%i+j", "$HOME", "é", "a\nb", "*", "~x", "'"):
    print(shlex.quote(s))
args = ["cp", "my file", "it's", ""]
print(shlex.join(args), shlex.split(shlex.join(args)) == args)
try:
    shlex.quote(5)
except TypeError as e:
    print(e)
try:
    shlex.join([1])
except TypeError as e:
    print(e)
