package main

// The exit codes are part of the command's interface: scripts and unit files
// test for them. A code is never given another meaning.
const (
	exitOK          = 0
	exitUsage       = 1
	exitMountpoint  = 10
	exitGraph       = 20
	exitScript      = 30
	exitRuntime     = 40
	exitTest        = 50
	exitInterrupted = 130
)

// exitCodes says what each code means, for help and manual. 2 is absent: it is
// how the Go runtime ends a crash.
var exitCodes = []struct {
	Code int
	Doc  string
}{
	{exitOK, "Success. mount without -d: the filesystem was unmounted."},
	{exitUsage, "The command line is wrong: a flag, a mount option, a number of arguments."},
	{exitMountpoint, "The mountpoint cannot be used: missing, no directory, not empty, already mounted, or (umount) not a mount of windlass."},
	{exitGraph, "The graph is wrong: the volume file, a type, an option, the source directory."},
	{exitScript, "A script is wrong."},
	{exitRuntime, "The system refused: no FUSE device, no right to mount, busy, an error while measuring."},
	{exitTest, "A test failed (test)."},
	{exitInterrupted, "Ended by a signal before it was finished (bench, mount -d)."},
}
