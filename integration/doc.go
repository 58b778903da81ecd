// Package integration holds the tests that need the whole program: real
// mounts served by the built binary in a process of its own, the shape of the
// source tree, and the commands that the documentation shows. It has no code
// to import.
package integration
