// Package engine is the embedding layer around gpython: it loads files in
// Python syntax, runs them under a budget, and calls methods of their objects
// from Go quickly and safely. It knows nothing of file systems; package
// scripting builds the script host on it.
//
// What lives here:
//
//   - [Program]: a compiled and instrumented source file ([Compile]), immutable,
//     shared by any number of contexts and goroutines.
//   - [Context]: one interpreter ([New]): its modules, its builtins, its budget,
//     its captured output. A context is NOT safe for concurrent use: the caller
//     holds a lock per context ("lane") round every call that takes or belongs to
//     it. The only exceptions are [Context.Interrupt] and [Context.Resume].
//   - [Func]: a callable resolved once and called often ([Context.Bind]).
//   - [Error]: every failure of a script, with kind, position and traceback.
//   - [Inspect]: classes and methods of a file without running it.
//   - [Type] and [Obj]: Go values as Python objects.
//   - Text helpers between Go byte strings and Python str ([FSDecode], [Encode], …).
//   - Modules errno, fnmatch, os, os.path, stat, sys and time (mod_*.go), and the
//     methods that gpython's built-in types lack (complete_*.go).
//
// # How the budget is enforced
//
// gpython cannot interrupt a loop and lets unbounded recursion end in a fatal Go
// stack overflow. So [Compile] rewrites the byte code that gpython's compiler
// produced: it adds a check at the entry of every function and at the head of
// every loop, and replaces the few operators whose implementation can run away
// in Go (comparison, %, *, **, <<, +) by guarded ones. Line numbers stay those
// of the file. A check costs two byte codes and no allocation. Every
// refillSteps checks the slow path looks at the step count, at the clock and at
// Interrupt; the nesting depth is measured from the real Go stack, at the
// latest when as many calls were made as the limit still allows, so no path
// through generators, callbacks or attribute hooks escapes it. When a budget is
// used up every later check raises too, so a script cannot swallow the error
// for ever.
//
// # What the guard cannot stop
//
// Time inside one Go builtin (sorting a million items) is not interrupted;
// it is noticed at the next check. Memory is not limited beyond single
// operations ([MaxAlloc]): a script that appends to a list until its step budget
// ends can use a lot. A Go stack overflow is fatal for the process whatever is
// recovered; the recursion limit, the depth limit of guarded comparisons and
// repr, and [MaxSource] keep far away from the runtime's default of 1 GB
// (debug.SetMaxStack). Running scripts in a separate process is the only
// complete containment.
//
// The same rewriting mends what gpython's virtual machine gets wrong and cannot be
// changed from outside: a for loop takes an exception of its iterator for its
// end; "is" panics on tuples, dicts and bytes; truth ignores __bool__ and __len__
// of classes and takes empty bytes for true; decorators and default arguments get
// mixed up; @name.attribute does not work; super() does not exist.
//
// # What differs from CPython
//
//   - The grammar is that of Python 3.4 (no f-strings, no annotations of variables).
//   - Dict keys are strings, and dicts go by sorted keys instead of by insertion.
//   - Sets hold no tuples and no bytes.
//   - Built-in types other than exceptions cannot be derived from; no metaclasses,
//     no __slots__.
//   - An expression over several lines may be reported at a later one of them.
//   - Unknown attributes of an exception give its args instead of AttributeError.
//   - open() is gpython's: it reads and writes the machine's files and blocks the
//     lane. input(), and modules beyond those above plus math, string, binascii and
//     array, are not there.
//
// # Process-wide effects
//
// The package's initialisation adds methods and properties to gpython's exported
// built-in types (str, bytes, dict, list, exceptions). They are never changed
// after that, so contexts can run in parallel.
package engine
