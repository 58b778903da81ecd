"""windlass test hello_test.py"""


def test_says_hello_and_passes_on(t):
    t.child.write("/greeting", b"world")
    r = t.lookup("/greeting")
    assert r.ok and r.buf.ia_size == 5
    assert t.logs == ["hello, /greeting"]
    assert t.child.ops == ["lookup"]
