from string import Template
class Percent(Template):
    delimiter = "%"
    idpattern = "[a-z]+_[a-z]+"
print(Percent("%with_under %notunder %%").safe_substitute(with_under="yes", notunder="no"))
try:
    Percent("%bad").substitute(bad=1)
except ValueError as e:
    print(e)
class Upper(Template):
    def substitute(self, **kw):
        return super().substitute({k: v.upper() for k, v in kw.items()})
print(Upper("<$x>").substitute(x="abc"))
