// Package engine runs files in Python syntax: it compiles them, runs them under a
// budget, and calls methods of their objects from Go quickly and safely. It knows
// nothing of file systems; package scripting builds the script host on it.
//
// What lives here:
//
//   - [Program]: a parsed and checked source file ([Compile]), immutable, shared
//     by any number of contexts and goroutines.
//   - [Context]: one interpreter ([New]): its modules, its builtins, its budget,
//     its captured output. A context is NOT safe for concurrent use: the caller
//     holds a lock per context ("lane") round every call that takes or belongs to
//     it. The only exceptions are [Context.Interrupt] and [Context.Resume].
//   - [Func]: a callable resolved once and called often ([Context.Bind]).
//   - [Error]: every failure of a script, with kind, position and traceback.
//   - [Inspect]: classes and methods of a file without running it.
//   - [Class], [Instance], [Dict], [Set], [Exc], [ScriptFunc]: the script's own
//     objects, as Go code sees them.
//   - [Type] and [Obj]: Go values as Python objects. Any Go type that implements
//     gpython's py.Object and some of its M__…__ methods is one, too; what
//     implements [MethodCaller] has methods that are called without being read.
//   - Text helpers between Go byte strings and Python str ([FSDecode], [Encode], …).
//   - Modules errno, fnmatch, os, os.path, stat, sys and time (mod_*.go).
//
// # How a script is run
//
// gpython gives the parser, the tree and the object interface (py.Object, and
// the Go types of int, float, str, bytes, tuple and list); the rest is here:
//
//	source -> token.go      tokens of Python 3.11
//	       -> front.go      the same in gpython's grammar, which is that of 3.4
//	       -> gpython's parser
//	       -> scope.go      what every name means
//	       -> compile.go …  Go closures, one set per context
//
// A variable of a function is a slot of its frame; one that an inner function
// captures is a cell; globals and builtins remember their place in their dict. An
// instance keeps its attributes in slots too, and where an expression found one
// is remembered for all instances that were filled in the same order (class.go,
// attrexpr.go). Frames come from a pool, and the arguments of a plain function are
// evaluated right into its frame, so a call allocates nothing.
//
// A function of the script is compiled when it is first called. A generator's
// body is compiled to closures that can be left at a yield and entered again
// (resume.go): there is no goroutine behind one, so none leaks.
//
// # How the budget is enforced
//
// Every call, every round of a loop and every item that Go code takes from an
// iterator is a step. Every refillSteps steps the step count, the clock and
// Interrupt are looked at. The nesting of calls is counted, and with it the Go
// stack, by the nesting of the expressions of what is called; Go code that calls
// itself through objects (iterators of iterators, repr, comparison) counts too.
// One operation makes no object larger than [MaxAlloc], and the large objects of
// one entry are counted together. When a budget is used up, no except and no
// finally block of the script runs any more, so it cannot be swallowed. Every
// entry recovers panics.
//
// # What the guard cannot stop
//
// The time of one operation in Go (multiplying integers of a million digits) is
// noticed when it ends. Small objects are bounded only by the steps that it
// takes to make them. A Go stack overflow is fatal for the process whatever is
// recovered; the limits above and those of the source (brackets, nesting,
// [MaxSource]) keep far away from the runtime's default of 1 GB
// (debug.SetMaxStack). Running scripts in a separate process is the only complete
// containment.
//
// # What differs from CPython
//
//   - async and await are refused. yield is refused in a few places where nobody
//     writes it: assignment targets, del, the message of an assertion, a try
//     statement with except*.
//   - FunctionType() makes functions with the globals of their code only.
//   - Comprehensions run in the frame around them: no <listcomp> in tracebacks.
//   - A lone surrogate that stands for no byte of a file name becomes U+FFFD.
//   - Strings and numbers that are equal are also identical ("is").
//   - \N{…} knows the names of common characters only.
//   - There is no open(), no input() and no pickling; there are no weak references
//     and no destructors (__del__).
//
// # Process-wide effects
//
// The built-in classes are made at the package's initialisation, completed before
// the first use, and never changed after that, so contexts can run in parallel.
package engine
