// Package scripttest runs tests of translators that are written in Python
// syntax, themselves in Python syntax: without a mount, without root, and
// without waiting for anything.
//
// A file NAME_test.py has functions test_…(t). Each runs in an interpreter of
// its own, with t as the way to a fresh graph: the test at the top, the script
// NAME.py, and below it fake children, which are filesystems in memory.
//
//	def test_absent(t):
//	    t.child.expect("lookup", path="/a", times=1)
//	    for i in range(3):
//	        assert t.lookup("/a").error == "ENOENT"
//
// [Run] runs a file. windlass.pyi describes what a test sees, in class Test.
//
// # How it stays the same each time
//
// The clock stands still until a test or a wait moves it (clock.go); scripts see
// it as module time, and hold-timeout counts by it. One goroutine runs at a
// time: the test's, or one with a request in the graph while the test's waits
// (rig.go).
//
// # How it knows what an assert compared
//
// The test's source is rewritten before it is compiled, line by line the same:
// assert a == b becomes assert left(a) == right(b), where both note their
// argument and return it (rewrite.go). Coverage puts a call before each
// statement of the script in the same way, so it costs nothing where it is off
// and needs nothing of the engine.
//
// Lock order: a rig's, a clock's and a child's lock are held alone, for a few
// instructions, and never while a script runs.
package scripttest
