class HTTPError(Exception):
    def __init__(self, code, *, url="?"):
        super().__init__(f"status {code}")
        self.code, self.url = code, url
    def __str__(self):
        return f"{self.args[0]} at {self.url}"

try:
    raise HTTPError(404, url="/x")
except HTTPError as e:
    print(e, repr(e), e.args, e.code, isinstance(e, Exception), vars(e))
class Quiet(HTTPError):
    __str__ = Exception.__str__
print(Quiet(500), str(Quiet(1, url="u")))
