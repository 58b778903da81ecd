assert True
assert [0], "never evaluated"
def msg():
    print("message evaluated")
    return "the message"
assert 1, msg()
try:
    assert 0, msg()
except AssertionError as e:
    print(e, e.args)
try:
    assert 1 == 2
except AssertionError as e:
    print(repr(e), repr(str(e)))
try:
    assert {}, {"why": 1}
except AssertionError as e:
    print(e.args)
class Falsy:
    def __bool__(self):
        raise ValueError("undecided")
try:
    assert Falsy()
except ValueError as e:
    print(e)
