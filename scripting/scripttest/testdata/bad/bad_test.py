import errno


def ask(t, name):
    return t.lookup("/" + name)


def test_values(t):
    r = ask(t, "x")
    assert r.op_errno == errno.EACCES


def test_message_and_conjunction(t):
    r = ask(t, "x")
    assert r.op_ret == -1 and r.error in ["EIO", "EPERM"], "it is refused"


def test_one_value(t):
    assert ask(t, "x").ok


def test_not(t):
    assert not ask(t, "x").error


def test_several_lines(t):
    assert (ask(t, "x").error
            == "EIO")


def test_expectation(t):
    t.child.expect("lookup", path="/a", times=2)
    ask(t, "a")
    ask(t, "b")


def test_bug(t):
    ask(t, "bug")


def test_left_over(t):
    t.start("lookup", "/hold")


def test_never_answered(t):
    t.load(hold_timeout=0)
    ask(t, "hold")


def test_error_in_the_test(t):
    t.child.rite("/x", b"")


def test_error_in_an_answer(t):
    t.child.answer("lookup", lambda call: 5)
    ask(t, "x")


def test_twice(t):
    pass


def test_twice(t):
    pass


def test_arguments(t, u):
    pass
