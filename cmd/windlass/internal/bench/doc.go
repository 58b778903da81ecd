// Package bench is the workload and measuring engine behind "windlass bench":
// it runs single filesystem operations in a few directories, side by side, and
// says how long each took and how sure that is. Mounting what is to be
// measured, flags and progress lines belong to the command; this package only
// sees directories.
//
// # Method
//
// The contenders take turns: for every workload and number of threads there
// are several rounds, and in each round every contender is measured once, in
// an order that changes from round to round (A B, B A, …), so that a machine
// which slowly gets busier or hotter treats all alike. A result is the median
// over the rounds. The ratio to the first contender is taken within each round
// before the median, so drift between rounds cancels; its interval is the
// distribution-free one of order statistics, and where it includes 1 the
// difference is called "within noise".
//
// The timed loops are raw system calls on relative names through descriptors,
// with nothing allocated, on goroutines locked to threads of their own whose
// pre-emption signals are blocked (a signal would interrupt a FUSE request).
// Each operation costs one reading of the clock and one histogram update; that
// cost is measured at the start and reported as OverheadNS, not subtracted.
// Making the files that an operation needs is never part of a timing.
//
// What is measured is what a program would see, with all caches at work: a
// filesystem that lets the kernel keep attributes or pages is faster for it.
// Files are reopened between passes over their data, so a FUSE filesystem that
// does not ask for its pages to be kept serves each block itself; a native
// filesystem answers from the page cache.
//
// Every thread works in a directory of its own, with the same memory for its
// buffers in all contenders, and its data files are written anew in each round:
// where pages happen to lie can make a third of a large read's time. What luck
// lasts for a whole run remains, a few percent, to be seen by giving the same
// directory twice under two names.
//
// What lies below the mounts matters too. On tmpfs the numbers are those of the
// layers; ext4 without a journal skips inodes deleted in the last minutes one
// by one, so there every create, native or not, gets dearer with each run.
//
// # Use
//
// [Run] is the entry point, [Workloads] the list, and a [Report] writes itself
// as a table, as JSON and in the format of "go test -bench". Everything but
// Run is safe for concurrent use on values that nobody changes; Run itself
// measures one thing at a time and lets a second caller wait. The package
// holds no other lock. The filesystem under test must be served by another
// process: Run raises GOMAXPROCS and keeps threads in system calls. Linux only.
package bench
