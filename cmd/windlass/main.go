// Command windlass mounts stacks of filesystem translators, written in Go or
// in Python syntax, and looks after them.
//
// One file holds one verb. A verb takes its arguments from the command line
// and everything else from a [world], returns an error and never ends the
// process; report turns the error into messages and an exit code (see
// exitcodes.go). What a verb produces goes to stdout, what it has to say to
// stderr.
package main

import "os"

func main() { os.Exit(run(realWorld())) }
