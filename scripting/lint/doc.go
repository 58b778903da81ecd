// Package lint finds mistakes in translators in Python syntax by reading them:
// nothing is run. It knows the table of fops and the types that scripts see,
// and reports only what is certain, so that a script without mistakes is never
// blamed.
//
//   - flow.go: a fop that on some path neither winds, unwinds, holds nor raises;
//     an unwind behind a wind, a wind behind an unwind, two unwinds.
//   - calls.go: wind and unwind with a wrong number of values, winds without the
//     callback that they need, calls that block.
//   - names.go: names and attributes that do not exist.
//
// A line that ends in the comment "# windlass: ok" is not reported. What the
// parser does not understand is not looked at: the engine has said, or can read
// more than this package.
//
// Everything may be called from any goroutine.
package lint
