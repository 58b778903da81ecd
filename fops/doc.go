// Package fops is the vocabulary of windlass: what a filesystem operation
// (fop) is, which arguments go down the graph with it and which come back.
//
// One table (table.go) has a row for every fop, with GlusterFS's names and
// argument order; one list (field.go) defines each argument once. Everything
// that differs from fop to fop is generated from these two: the Op constants,
// the typed methods for translators in Go, the binding of script arguments,
// the Python stub and the reference page. To add a fop is to add a row, run
// "make generate", and give it a case in the FUSE bridge and in storage/posix.
//
// Arguments and replies are uniform records ([Args], [Reply]) with the union
// of all fields, so that a layer which treats every fop alike (trace,
// statistics, fault injection) is one function. A row says which fields mean
// something for its fop; the others hold garbage and must not be read.
//
// The package imports only the standard library and is imported by
// everything else. Its types are plain data; where one may be used from
// several goroutines its comment says so.
package fops

//go:generate go run ./gen ..
